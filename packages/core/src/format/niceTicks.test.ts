import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceTicks } from './niceTicks.ts';

describe('niceTicks', () => {
  it('stands on multiples of 1, 2 or 5', () => {
    expect(niceTicks({ min: 0, max: 97, maxTicks: 6 })).toEqual({ values: [0, 20, 40, 60, 80], step: 20, decimals: 0 });
    expect(niceTicks({ min: -0.3, max: 0.3, maxTicks: 8 })).toEqual({
      values: [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3],
      step: 0.1,
      decimals: 1,
    });
  });

  it('covers the range when told to', () => {
    expect(niceTicks({ min: 3, max: 97, maxTicks: 6, isCovering: true }).values).toEqual([0, 20, 40, 60, 80, 100]);
  });

  it('prefers the steps it is given', () => {
    expect(niceTicks({ min: 0, max: 60, maxTicks: 6, steps: [1, 2, 5, 10, 15, 30] }).values).toEqual([
      0, 15, 30, 45, 60,
    ]);
  });

  it('gives ascending ticks, as many as are wanted at most, around or within the range', () => {
    const number = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 3, max: 12 }), fc.boolean(), (a, b, maxTicks, isCovering) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(max - min > 1e-6 * Math.max(Math.abs(min), Math.abs(max)) && max - min > 1e-6);
        const { values, step } = niceTicks({ min, max, maxTicks, isCovering });
        const slack = step * 1e-6;
        const [first = min, last = max] = [values[0], values.at(-1)];
        return (
          values.length <= maxTicks &&
          values.every((value, index) => index === 0 || value > (values[index - 1] ?? value)) &&
          (isCovering ? first <= min + slack && last >= max - slack : first >= min - slack && last <= max + slack)
        );
      }),
    );
  });
});
