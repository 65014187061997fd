import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resampleValues } from './resampleValues.ts';
import { stackSeries } from './stackSeries.ts';

const value = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0) },
);
const columns = fc
  .integer({ min: 1, max: 12 })
  .chain((length) =>
    fc.array(fc.array(value, { minLength: length, maxLength: length }), { minLength: 1, maxLength: 6 }),
  );

function stacked(rows: readonly (readonly number[])[], mode: 'normal' | 'percent') {
  const times = Float64Array.from(rows[0] ?? [], (_, row) => row * 1000);
  return stackSeries(
    rows.map((values) => ({ times, values: Float64Array.from(values) })),
    mode,
  );
}

function sumOf(rows: readonly (readonly number[])[], row: number, sign: 1 | -1): number {
  return rows
    .map((values) => values[row] ?? 0)
    .filter((one) => Number.isFinite(one) && one * sign > 0)
    .reduce((sum, one) => sum + one, 0);
}

describe('stackSeries', () => {
  it('ends at the sum of what is positive, and at the sum of what is negative', () => {
    fc.assert(
      fc.property(columns, (rows) => {
        const stack = stacked(rows, 'normal');
        for (const row of (rows[0] ?? []).keys()) {
          const tops = stack.map(({ top }) => top[row] ?? Number.NaN).filter(Number.isFinite);
          expect(Math.max(0, ...tops)).toBeCloseTo(sumOf(rows, row, 1), 4);
          expect(Math.min(0, ...tops)).toBeCloseTo(sumOf(rows, row, -1), 4);
        }
      }),
    );
  });

  it('keeps the height of every value, and every gap', () => {
    fc.assert(
      fc.property(columns, (rows) => {
        for (const [index, { base, top }] of stacked(rows, 'normal').entries()) {
          for (const [row, one] of (rows[index] ?? []).entries()) {
            const height = (top[row] ?? 0) - (base[row] ?? 0);
            expect(Number.isFinite(base[row])).toBe(true);
            if (Number.isFinite(one)) expect(height).toBeCloseTo(one, 4);
            else expect(height).toBeNaN();
          }
        }
      }),
    );
  });

  it('shares one whole among the absolute values in percent mode', () => {
    fc.assert(
      fc.property(columns, (rows) => {
        const stack = stacked(rows, 'percent');
        for (const row of (rows[0] ?? []).keys()) {
          const tops = stack.map(({ top }) => top[row] ?? Number.NaN).filter(Number.isFinite);
          const spread = Math.max(0, ...tops) - Math.min(0, ...tops);
          const total = sumOf(rows, row, 1) - sumOf(rows, row, -1);
          if (total > 1e-300) expect(spread).toBeCloseTo(1, 9);
          else expect(spread).toBeCloseTo(0, 9);
        }
      }),
    );
  });

  it('stays finite at the ends of what numbers can be', () => {
    for (const mode of ['normal', 'percent'] as const) {
      const stack = stacked([[1.7e308], [1.7e308], [-1.7e308]], mode);
      expect(stack.every(({ base, top }) => Number.isFinite(base[0]) && Number.isFinite(top[0]))).toBe(true);
    }
  });

  it('reads series between their samples where their times differ', () => {
    const [, second] = stackSeries(
      [
        { times: Float64Array.of(0, 10, 20), values: Float64Array.of(1, 3, Number.NaN) },
        { times: Float64Array.of(5, 15), values: Float64Array.of(10, 10) },
      ],
      'normal',
    );
    expect([...(second?.times ?? [])]).toEqual([0, 5, 10, 15, 20]);
    expect([...(second?.top ?? [])]).toEqual([Number.NaN, 12, 13, 10, Number.NaN]);
  });
});

describe('resampleValues', () => {
  it('holds a stepped value until the next, and is nothing outside of the samples', () => {
    const at = Float64Array.of(-1, 0, 5, 10, 11);
    const [times, values] = [Float64Array.of(0, 10), Float64Array.of(2, 4)];
    expect([...resampleValues(times, values, at)]).toEqual([Number.NaN, 2, 3, 4, Number.NaN]);
    expect([...resampleValues(times, values, at, true)]).toEqual([Number.NaN, 2, 2, 4, Number.NaN]);
  });
});
