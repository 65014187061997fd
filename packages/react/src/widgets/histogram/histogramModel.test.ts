import { type Frame, TimeFormatter, ValueFormatter } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { histogramModel } from './histogramModel.ts';
import { histogramPlot } from './histogramPlot.ts';

const range = { startMs: 0, endMs: 10_000 };

function frame(
  columns: readonly { readonly labels: Readonly<Record<string, string>>; readonly values: readonly number[] }[],
): Frame {
  const length = columns[0]?.values.length ?? 0;
  return {
    length,
    fields: [
      { kind: 'time', name: 'time', values: Float64Array.from({ length }, (_, row) => (row + 1) * 1000) },
      ...columns.map(({ labels, values }) => ({
        kind: 'number' as const,
        name: 'x',
        labels,
        values: Float64Array.from(values),
      })),
    ],
  };
}

const counted = frame([
  { labels: { host: 'a' }, values: [1, 2, 12] },
  { labels: { host: 'b' }, values: [11, Number.NaN, Number.POSITIVE_INFINITY] },
]);

describe('histogramModel', () => {
  it('counts the values of each series in the same buckets, and says what it leaves out', () => {
    const model = histogramModel({ frames: [counted] }, range, { bucketSize: 10 });
    expect(model.buckets).toEqual([
      { low: 0, high: 10 },
      { low: 10, high: 20 },
    ]);
    expect(model.groups.map(({ name, counts }) => [name, ...counts])).toEqual([
      ['a', 2, 1],
      ['b', 0, 1],
    ]);
    expect(model.leftOut).toEqual(['2 values that are not finite']);
  });

  it('counts all series together, and only what is within the time range', () => {
    const model = histogramModel(
      { frames: [counted] },
      { startMs: 0, endMs: 2000 },
      { bucketSize: 10, isCombined: true },
    );
    expect(model.groups.map(({ name, counts }) => [name, ...counts])).toEqual([['All 2 series', 2, 1]]);
  });

  it('reads the buckets of each histogram at the end of the range', () => {
    const buckets = (path: string, values: readonly (readonly number[])[]) =>
      ['+Inf', '1', '0.1'].map((le, index) => ({ labels: { le, path }, values: values[index] ?? [] }));
    const frames = [
      frame([
        ...buckets('/a', [
          [1, 9],
          [1, 8],
          [1, 2],
        ]),
        ...buckets('/b', [
          [1, 5],
          [1, 5],
          [1, Number.NaN],
        ]),
      ]),
    ];
    const model = histogramModel({ frames }, range, {});
    expect(model.buckets.map(({ high }) => high)).toEqual([0.1, 1, Number.POSITIVE_INFINITY]);
    expect(model.groups.map(({ name, counts }) => [name, ...counts])).toEqual([
      ['/a', 2, 6, 1],
      // A sample that is missing at the end is the one before.
      ['/b', 1, 4, 0],
    ]);
  });
});

describe('histogramPlot', () => {
  const formatters = { values: new ValueFormatter({ locale: 'en-US' }), times: new TimeFormatter({ timeZone: 'UTC' }) };
  const place = { ...formatters, width: 400, height: 200, field: undefined };

  it('stands series on top of each other, each bar as high as its share of the axis', () => {
    const model = histogramModel({ frames: [counted] }, range, { bucketSize: 10 });
    const plot = histogramPlot({ ...place, model, options: {} });
    const [[, first], [, second]] = plot.bars as [
      [unknown, { y: number; height: number }],
      [unknown, { y: number; height: number }],
    ];
    expect(second.y + second.height).toBeCloseTo(first.y);
    expect(first.height).toBeCloseTo(plot.rect.height / plot.axis.max);
  });

  it('shows shares of all that is counted', () => {
    const model = histogramModel({ frames: [counted] }, range, { bucketSize: 10 });
    const plot = histogramPlot({ ...place, model, options: { show: 'percent' } });
    expect(plot.axis.ticks.at(-1)?.label).toBe('50%');
    expect(plot.bars.flat().reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });
});
