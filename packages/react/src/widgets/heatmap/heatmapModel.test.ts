import type { Frame } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { fitHeatmap } from './fitHeatmap.ts';
import { heatmapModel } from './heatmapModel.ts';

const range = { startMs: 0, endMs: 3000 };
const gap = Number.NaN;

function frame(
  columns: Readonly<Record<string, readonly number[]>>,
  times: readonly number[] = [1000, 2000, 3000],
): Frame {
  const fields = Object.entries(columns).map(([le, values]) => ({
    kind: 'number' as const,
    name: 'bucket',
    labels: { le },
    values: Float64Array.from(values),
  }));
  return {
    length: times.length,
    fields: [{ kind: 'time', name: 'time', values: Float64Array.from(times) }, ...fields],
  };
}

function rowsOf(model: ReturnType<typeof heatmapModel>): readonly (readonly number[])[] {
  const { times, buckets, counts } = model;
  return buckets.map((_, row) => [...counts.subarray(row * times.length, (row + 1) * times.length)]);
}

describe('heatmapModel', () => {
  it('takes buckets apart that hold all below, in the order of their bounds as numbers', () => {
    const model = heatmapModel(
      [frame({ '+Inf': [9, 9, 9], '10': [8, 8, 9], '2': [3, 4, 5], '1e-1': [1, 0, 5] })],
      range,
      {},
    );
    expect(model.buckets).toEqual([
      { low: 0, high: 0.1 },
      { low: 0.1, high: 2 },
      { low: 2, high: 10 },
      { low: 10, high: Number.POSITIVE_INFINITY },
    ]);
    expect(rowsOf(model)).toEqual([
      [1, 0, 5],
      [2, 4, 0],
      [5, 4, 4],
      [1, 1, 0],
    ]);
  });

  it('takes separate buckets as they are', () => {
    const model = heatmapModel([frame({ '1': [5, 1, 2], '2': [3, 4, 1] })], range, { source: 'separate' });
    expect(rowsOf(model)).toEqual([
      [5, 1, 2],
      [3, 4, 1],
    ]);
  });

  it('adds up series of one bound, and says which have none', () => {
    const model = heatmapModel([frame({ '1': [1, 1, 1], ' 1.0 ': [2, 2, 2], fast: [7, 7, 7] })], range, {
      source: 'cumulative',
    });
    expect([rowsOf(model), model.leftOut]).toEqual([[[3, 3, 3]], ['1 series without a bound (le)']]);
  });

  it('counts zero where a bucket is smaller than the one below, and nothing where there is a gap', () => {
    const model = heatmapModel([frame({ '1': [5, gap, 5], '2': [4, 6, gap], '+Inf': [7, 7, 9] })], range, {});
    expect(rowsOf(model)).toEqual([
      [5, gap, 5],
      [0, 6, gap],
      [2, 1, 4],
    ]);
  });

  it('counts values, and says how many are no numbers', () => {
    const values = frame({ a: [1, 9, gap], b: [2, Number.POSITIVE_INFINITY, 3] });
    const model = heatmapModel([values], range, { bucketCount: 2 });
    expect(model.buckets[0]?.low).toBe(0);
    expect(
      rowsOf(model)
        .flat()
        .reduce((sum, count) => sum + count, 0),
    ).toBe(4);
    expect(model.leftOut).toEqual(['2 values that are not finite']);
  });

  it('leaves out what is outside of the time range, and a sample that another of the same time follows', () => {
    const model = heatmapModel([frame({ '1': [1, 2, 3, 4] }, [1000, 2000, 2000, 9000])], range, {});
    expect([[...model.times], rowsOf(model)]).toEqual([[1000, 2000], [[1, 3]]]);
  });

  it('has nothing without series', () => {
    const model = heatmapModel([], range, {});
    expect([model.buckets, model.times.length, model.leftOut]).toEqual([[], 0, []]);
  });
});

describe('fitHeatmap', () => {
  it('makes neighbours one: rates their mean, buckets their sum', () => {
    const model = heatmapModel([frame({ '1': [1, 3, 5], '2': [10, 10, 10] })], range, { source: 'separate' });
    const fitted = fitHeatmap(model, 2, 1);
    expect([rowsOf(fitted), [...fitted.times], fitted.stepMs, fitted.buckets]).toEqual([
      [[12, 15]],
      [2000, 4000],
      2000,
      [{ low: 0, high: 2 }],
    ]);
  });
});
