import { describe, expect, it } from 'vitest';
import { type DomainSeries, valueDomain } from './valueDomain.ts';

const series = (values: readonly number[], base?: readonly number[]): DomainSeries => ({
  times: Float64Array.from(values, (_, row) => row * 10),
  values: Float64Array.from(values),
  base: base === undefined ? undefined : Float64Array.from(base),
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
    const values = series([Number.NaN, 10, 20, Number.NaN]);
    expect(valueDomain({ series: [values], startMs: 5, endMs: 25, include: [] })).toEqual({ min: 10, max: 20 });
  });

  it('holds where areas begin', () => {
    const stacked = series([5, 6, 7], [4, -3, 4]);
    expect(valueDomain({ series: [stacked], startMs: 0, endMs: 20, include: [] })).toEqual({ min: -3, max: 7 });
  });

  it('is 0 to 1 where there is no value', () => {
    expect(valueDomain({ series: [series([Number.NaN])], startMs: 0, endMs: 20, include: [] })).toEqual({
      min: 0,
      max: 1,
    });
  });
});
