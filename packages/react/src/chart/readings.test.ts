import { describe, expect, it } from 'vitest';
import { PLAIN_LINE, type PlotSeries, toPlotSeries } from './PlotSeries.ts';
import { nearestTime, readingsAt } from './readings.ts';

function series(
  key: string,
  times: readonly number[],
  values: readonly number[],
  gaps?: readonly number[],
): PlotSeries {
  const one = {
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
  } as const;
  return toPlotSeries(one, PLAIN_LINE);
}

describe('readingsAt', () => {
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
