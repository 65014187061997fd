import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileAmong } from './quantile.ts';
import { SlidingQuantile } from './SlidingQuantile.ts';
import { SlidingSum } from './SlidingSum.ts';
import { SlidingVariance } from './SlidingVariance.ts';
import { slidingExtreme } from './slidingExtreme.ts';

interface Window {
  readonly from: number;
  readonly to: number;
}

/** Values with the oddities of samples, and windows over them whose edges only move forwards. */
const valuesAndWindows = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 40, arbitrary: fc.integer({ min: -1000, max: 1000 }) },
        fc.constantFrom(NaN, Infinity, -Infinity),
      ),
      {
        minLength: 1,
        maxLength: 300,
      },
    ),
    fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 60 }),
    fc.constantFrom(0, 1e9),
  )
  .map(([values, moves, shift]) => {
    const windows: Window[] = [];
    let [from, to] = [0, 0];
    for (const [back, front] of moves) {
      to = Math.min(values.length, to + front);
      from = Math.min(to, from + back);
      if (to > from) windows.push({ from, to });
    }
    return { values: Float64Array.from(values, (value) => value / 8 + shift), windows };
  });

function closeTo(got: number, want: number, scale: number): void {
  if (Number.isFinite(want)) expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-9 * Math.max(scale, Math.abs(want)));
  else expect(got).toBe(want);
}

/** One step of a Kahan sum in Neumaier's form: the sum, and the error carried beside it. */
function addExactly([sum, error]: readonly [number, number], term: number): readonly [number, number] {
  const total = sum + term;
  const lost = Math.abs(sum) >= Math.abs(term) ? sum - total + term : term - total + sum;
  return [total, error + lost];
}

/**
 * The variance as Prometheus computes it, its rounding included: beside 1e9 that is some 1e-9 off the true one, and the
 * answers of short windows are to be Prometheus's to the last bit.
 */
function prometheusVariance(values: Float64Array): number {
  let mean: readonly [number, number] = [0, 0];
  let squares: readonly [number, number] = [0, 0];
  for (const [index, value] of values.entries()) {
    const delta = value - (mean[0] + mean[1]);
    mean = addExactly(mean, delta / (index + 1));
    squares = addExactly(squares, delta * (value - (mean[0] + mean[1])));
  }
  return (squares[0] + squares[1]) / values.length;
}

function plainQuantile(q: number, values: Float64Array): number {
  const sorted = [...values].sort((a, b) => Number(Number.isNaN(b)) - Number(Number.isNaN(a)) || a - b);
  const rank = q * (sorted.length - 1);
  const [below = 0, above = below] = sorted.slice(Math.floor(rank));
  const weight = rank - Math.floor(rank);
  return below * (1 - weight) + above * weight;
}

describe('quantileAmong', () => {
  it('is as quick where every choice of a pivot is a bad one', () => {
    // Mirrored halves: the middle of any stretch and its ends are among the least.
    const values = Float64Array.from({ length: 200_000 }, (_, index) => Math.min(index, 200_000 - index));
    const want = plainQuantile(0.5, values);
    expect(quantileAmong(0.5, values)).toBe(want);
  });

  it.each([
    [-1, Number.NEGATIVE_INFINITY],
    [2, Number.POSITIVE_INFINITY],
    [Number.NaN, Number.NaN],
  ])('is beyond all values for %d', (q, want) => {
    expect(quantileAmong(q, Float64Array.of(1, 2))).toBe(want);
    expect(quantileAmong(0.5, new Float64Array(0))).toBeNaN();
  });
});

describe('windows that slide', () => {
  it('have the sums that each window has by itself', () => {
    fc.assert(
      fc.property(valuesAndWindows, ({ values, windows }) => {
        const sliding = new SlidingSum(values);
        for (const { from, to } of windows) {
          sliding.move(from, to);
          const want = values.slice(from, to).reduce((sum, value) => sum + value, 0);
          closeTo(sliding.sum + sliding.compensation, want, 1);
        }
      }),
    );
  });

  it('keep the small terms that large ones cancel out around', () => {
    const values = new Float64Array(100).fill(1);
    values[50] = 1e100;
    values[60] = -1e100;
    const sliding = new SlidingSum(values);
    sliding.move(0, 40);
    sliding.move(2, 100);
    expect(sliding.sum + sliding.compensation).toBe(96);
    sliding.move(61, 100);
    expect(sliding.sum + sliding.compensation).toBe(39);
  });

  it('have the extremes that each window has by itself, the last of equal ones', () => {
    fc.assert(
      fc.property(valuesAndWindows, fc.constantFrom(1 as const, -1 as const), ({ values, windows }, sign) => {
        const find = slidingExtreme(values, sign);
        for (const { from, to } of windows) {
          let want = from;
          for (let index = from; index < to; index += 1) {
            const [value = 0, best = 0] = [values[index], values[want]];
            if (sign * value >= sign * best || Number.isNaN(best)) want = index;
          }
          expect(find(from, to)).toBe(want);
        }
      }),
    );
  });

  it('have the quantiles that each window has by itself', () => {
    fc.assert(
      fc.property(valuesAndWindows, fc.double({ min: 0, max: 1, noNaN: true }), ({ values, windows }, quantile) => {
        const sliding = new SlidingQuantile(values);
        for (const { from, to } of windows) {
          const want = plainQuantile(quantile, values.slice(from, to));
          // Zeros are equal, whatever their sign.
          expect(sliding.move(from, to, quantile) + 0).toBe(want + 0);
          expect(quantileAmong(quantile, values.slice(from, to)) + 0).toBe(want + 0);
        }
      }),
    );
  });

  it('have no variance where one value is infinite', () => {
    const values = new Float64Array(100).fill(1);
    values[10] = Number.POSITIVE_INFINITY;
    const sliding = new SlidingVariance(values);
    expect([sliding.move(0, 50), sliding.move(5, 60), sliding.move(11, 60)]).toEqual([Number.NaN, Number.NaN, 0]);
  });

  it('have the variances that each window has by itself, whatever the size of the values', () => {
    fc.assert(
      fc.property(valuesAndWindows, ({ values, windows }) => {
        const sliding = new SlidingVariance(values);
        for (const { from, to } of windows) {
          const inside = values.slice(from, to);
          const [first = 0] = inside;
          const mean = inside.reduce((sum, value) => sum + (value - first), 0) / inside.length;
          const want = inside.reduce((sum, value) => sum + (value - first - mean) ** 2, 0) / inside.length;
          const got = sliding.move(from, to);
          if (!inside.every(Number.isFinite)) expect(got).toBeNaN();
          else if (inside.length < 32) expect(got).toBe(prometheusVariance(inside));
          else closeTo(got, want, 1e-3);
        }
      }),
      {
        examples: [
          [{ values: Float64Array.from([1e9, 1e9 + 43.75, 1e9 + 53.125, 1e9]), windows: [{ from: 1, to: 4 }] }],
        ],
      },
    );
  });
});
