// @vitest-environment node
import type { FieldOverride, Frame } from '@glasspane/core';
import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { TimeSeriesOptions } from './TimeSeriesOptions.ts';
import { TimeSeriesView } from './TimeSeriesView.tsx';

const value = fc.oneof(
  fc.double(),
  fc.constantFrom(0, 1, -1, 1e308, -1e308, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 5e-324),
);
const style = fc.record(
  {
    draw: fc.constantFrom('line', 'area', 'bars', 'points'),
    interpolation: fc.constantFrom('linear', 'step', 'stepBefore'),
    stack: fc.constantFrom('none', 'normal', 'percent'),
    scale: fc.constantFrom('linear', 'log', 'symlog'),
    dash: fc.constantFrom('dash', 'dot', [3, 2]),
    gradient: fc.constantFrom('none', 'opacity'),
    points: fc.constantFrom('auto', 'always'),
    axis: fc.constantFrom('left', 'right'),
    isNegative: fc.boolean(),
    fillBelowTo: fc.constantFrom('a', 'b', 'nobody'),
    connectNulls: fc.constantFrom(true, '1s'),
    softMin: value,
    softMax: value,
    linearWithin: value,
  },
  { requiredKeys: [] },
);

function frame(columns: readonly (readonly number[])[]): Frame {
  const length = columns[0]?.length ?? 0;
  const field = (values: readonly number[], index: number) =>
    ({ kind: 'number', name: 'ab'[index] ?? 'c', labels: {}, values: Float64Array.from(values) }) as const;
  const times = Float64Array.from({ length }, (_, row) => row * 1000);
  return { length, fields: [{ kind: 'time', name: 'time', values: times }, ...columns.map(field)] };
}

describe('TimeSeriesView', () => {
  it('draws no place that is no number, whatever the values and the styles', () => {
    const columns = fc
      .integer({ min: 1, max: 8 })
      .chain((length) =>
        fc.array(fc.array(value, { minLength: length, maxLength: length }), { minLength: 1, maxLength: 3 }),
      );
    fc.assert(
      fc.property(columns, style, style, (values, all, some) => {
        const overrides: readonly FieldOverride[] = [{ match: { by: 'name', value: 'b' }, style: some }];
        const markup = renderToStaticMarkup(
          <TimeSeriesView
            frames={[frame(values)]}
            title="Hostile"
            options={all as TimeSeriesOptions}
            overrides={overrides}
            timeRange={{ startMs: 0, endMs: 7000 }}
            width={300}
            height={160}
            annotations={[{ id: 'x', timeMs: 1000, endMs: 1e15, text: '<script>' }]}
            nowMs={3000}
            locale="en-US"
            timeZone="UTC"
          />,
        );
        expect(markup).not.toMatch(
          / (?:d|[xy][12]?|width|height|transform|stroke-dasharray)="[^"]*(?:NaN|Infinity|undefined)/,
        );
        expect(markup).not.toContain('<script>');
      }),
      { numRuns: 40 },
    );
  });
});
