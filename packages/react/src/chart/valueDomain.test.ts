import { describe, expect, it } from 'vitest';
import type { ChartSeries } from './ChartSeries.ts';
import { valueDomain } from './valueDomain.ts';

const series = (values: readonly number[], gaps?: readonly number[]): ChartSeries => ({
  key: 'a',
  name: 'a',
  color: '#4173e2',
  times: Float64Array.from(values, (_, row) => row * 10),
  field: {
    kind: 'number',
    name: 'a',
    labels: {},
    values: Float64Array.from(values),
    ...(gaps === undefined ? {} : { gaps: Uint8Array.from(gaps) }),
  },
});

describe('valueDomain', () => {
  it('holds the values within the time range and what must be seen', () => {
    expect(valueDomain({ series: [series([1, 5, 3])], startMs: 0, endMs: 20, include: [0] })).toEqual({
      min: 0,
      max: 5,
    });
  });

  it('holds the lines that cross the ends of the time range', () => {
    const values = series([100, 10, 10, -90]);
    expect(valueDomain({ series: [values], startMs: 5, endMs: 25, include: [] })).toEqual({ min: -40, max: 55 });
  });

  it('takes nothing from beyond a gap', () => {
    const values = series([100, 10, 20, 100], [1, 0, 0, 1]);
    expect(valueDomain({ series: [values], startMs: 5, endMs: 25, include: [] })).toEqual({ min: 10, max: 20 });
  });

  it('is 0 to 1 where there is no value', () => {
    expect(valueDomain({ series: [series([Number.NaN])], startMs: 0, endMs: 20, include: [] })).toEqual({
      min: 0,
      max: 1,
    });
  });
});
