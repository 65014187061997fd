import { describe, expect, it } from 'vitest';
import type { ChartSeries } from './ChartSeries.ts';
import { nearestTime, readingsAt } from './readings.ts';

function series(
  key: string,
  times: readonly number[],
  values: readonly number[],
  gaps?: readonly number[],
): ChartSeries {
  return {
    key,
    name: key,
    color: '#4173e2',
    times: Float64Array.from(times),
    field: {
      kind: 'number',
      name: key,
      labels: {},
      values: Float64Array.from(values),
      gaps: gaps === undefined ? undefined : Uint8Array.from(gaps),
    },
  };
}

describe('readingsAt', () => {
  it('gives the largest first, infinities at their ends and NaN last', () => {
    const all = [
      ['a', 1],
      ['b', Number.NaN],
      ['c', 7],
      ['d', Number.POSITIVE_INFINITY],
      ['e', Number.NEGATIVE_INFINITY],
    ] as const;
    const list = all.map(([key, value]) => series(key, [10], [value]));
    expect(readingsAt(list, 10).map(({ series: { key } }) => key)).toEqual(['d', 'c', 'a', 'e', 'b']);
  });

  it('leaves out gaps, and series whose samples are further than half a step away', () => {
    const list = [series('gap', [0, 10], [1, Number.NaN], [0, 1]), series('far', [0, 10, 20], [1, 2, 3])];
    expect(readingsAt(list, 10).map(({ series: { key } }) => key)).toEqual(['far']);
    expect(readingsAt(list, 26)).toEqual([]);
  });

  it('gives NaN as a value where it is one', () => {
    expect(readingsAt([series('a', [0, 10], [1, Number.NaN])], 10).map(({ value }) => value)).toEqual([Number.NaN]);
  });
});

describe('nearestTime', () => {
  it('finds the nearest sample of any series within the range', () => {
    const list = [series('a', [0, 10, 20], [1, 1, 1]), series('b', [13], [1])];
    expect([nearestTime(list, 12, 0, 20), nearestTime(list, 9, 0, 20), nearestTime(list, 99, 0, 20)]).toEqual([
      13, 10, 20,
    ]);
    expect(nearestTime([], 5, 0, 20)).toBeUndefined();
    expect(nearestTime([series('a', [100], [1])], 5, 0, 20)).toBeUndefined();
  });
});
