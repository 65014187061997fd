import { describe, expect, it } from 'vitest';
import type { NumberField } from '../frame/Frame.ts';
import { type Reducer, reduceField } from './reduceField.ts';

const reducers: readonly Reducer[] = ['first', 'last', 'min', 'max', 'mean', 'sum', 'count'];

function reduceAll(values: readonly number[], gaps?: readonly number[]): (number | undefined)[] {
  const field: NumberField = {
    kind: 'number',
    name: 'm',
    labels: {},
    values: Float64Array.from(values),
    gaps: gaps === undefined ? undefined : Uint8Array.from(gaps),
  };
  return reducers.map((reducer) => reduceField(field, reducer));
}

describe('reduceField', () => {
  it('makes one value of a series', () => {
    expect(reduceAll([2, 8, 5])).toEqual([2, 5, 2, 8, 5, 15, 3]);
  });

  it('passes over gaps', () => {
    expect(reduceAll([Number.NaN, 8, 2, Number.NaN], [1, 0, 0, 1])).toEqual([8, 2, 2, 8, 5, 10, 2]);
  });

  it('takes NaN as a sample, and leaves it out of what it computes', () => {
    expect(reduceAll([4, Number.NaN])).toEqual([4, Number.NaN, 4, 4, 4, 4, 2]);
    expect(reduceAll([Number.NaN])).toEqual([...Array<number>(6).fill(Number.NaN), 1]);
  });

  it('gives nothing for a series without samples', () => {
    expect(reduceAll([])).toEqual(reducers.map(() => undefined));
    expect(reduceAll([Number.NaN], [1])).toEqual(reducers.map(() => undefined));
  });
});
