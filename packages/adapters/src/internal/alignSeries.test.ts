import { describe, expect, it } from 'vitest';
import { alignSeries } from './alignSeries.ts';

describe('alignSeries', () => {
  it('keeps each value with its time, also where a backend mixes them up', () => {
    const mixed = { labels: {}, times: Float64Array.of(3, 1, 2), values: Float64Array.of(30, 10, 20) };
    const { times, series } = alignSeries([mixed]);
    expect(times).toEqual(Float64Array.of(1, 2, 3));
    expect(series[0]?.values).toEqual(Float64Array.of(10, 20, 30));
  });

  it('leaves gaps where a series has no sample', () => {
    const one = { labels: { a: '1' }, times: Float64Array.of(1, 3), values: Float64Array.of(10, 30) };
    const two = { labels: { a: '2' }, times: Float64Array.of(2, 3), values: Float64Array.of(20, 31) };
    expect(alignSeries([one, two])).toEqual({
      times: Float64Array.of(1, 2, 3),
      series: [
        { labels: { a: '1' }, values: Float64Array.of(10, Number.NaN, 30), gaps: Uint8Array.of(0, 1, 0) },
        { labels: { a: '2' }, values: Float64Array.of(Number.NaN, 20, 31), gaps: Uint8Array.of(1, 0, 0) },
      ],
    });
  });
});
