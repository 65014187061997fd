import type { Frame, Query, Widget } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { metricQueriesOf } from '../../widget/metricQueriesOf.ts';
import { statWidget } from './statWidget.tsx';

const widget: Widget = {
  id: 'w',
  type: 'stat',
  title: 'W',
  layout: { x: 0, y: 0, w: 6, h: 4 },
  queries: [{ refId: 'A', expr: 'up' }],
  options: { compare: '1d' },
};

function frameOf(values: Readonly<Record<string, number>>): Frame {
  return {
    length: 1,
    fields: [
      { kind: 'time', name: 'time', values: Float64Array.of(0) },
      ...Object.entries(values).map(([job, value]) => ({
        kind: 'number' as const,
        name: 'up',
        labels: { job },
        values: Float64Array.of(value),
      })),
    ],
  };
}

const tableOf = (results: readonly (readonly [Query, Frame])[], options: object): unknown =>
  statWidget.toTable?.({
    widget,
    options,
    results: results.map(([query, frame]) => ({ query, frame, notices: [] })),
    timeRange: { startMs: 0, endMs: 1 },
  });

describe('the widget type stat', () => {
  it('asks the metrics for what it is compared with', () => {
    expect(metricQueriesOf(widget, statWidget)).toEqual([
      { refId: 'A', expr: 'up' },
      { refId: 'A-1d', expr: 'up', offsetMs: 86_400_000 },
    ]);
    expect(metricQueriesOf({ ...widget, options: {} }, statWidget)).toBe(widget.queries);
  });

  it('refuses a comparison with no time', () => {
    expect(statWidget.schema['~standard'].validate({ compare: 'yesterday' })).toMatchObject({
      issues: [{ message: 'must be a span of time such as 1h or 7d' }],
    });
  });

  it('has a table of values, with those of before and the change where it compares', () => {
    const [now, before] = [frameOf({ a: 15, b: 1, c: 2 }), frameOf({ b: 0, a: 10 })];
    expect(tableOf([[{ refId: 'A', expr: 'up' }, now]], {})).toEqual({
      columns: [
        { name: 'Series', kind: 'text' },
        { name: 'Value', kind: 'value' },
      ],
      rows: [
        ['a', 15],
        ['b', 1],
        ['c', 2],
      ],
    });
    const both = [
      [{ refId: 'A', expr: 'up' }, now],
      [{ refId: 'A-1d', expr: 'up' }, before],
    ] as const;
    expect(tableOf(both, { compare: '1d' })).toEqual({
      columns: [
        { name: 'Series', kind: 'text' },
        { name: 'Value', kind: 'value' },
        { name: '1 day earlier', kind: 'value' },
        { name: 'Change', kind: 'value', unit: 'percentunit' },
      ],
      rows: [
        ['a', 15, 10, 0.5],
        ['b', 1, 0, undefined],
        ['c', 2, undefined, undefined],
      ],
    });
  });
});
