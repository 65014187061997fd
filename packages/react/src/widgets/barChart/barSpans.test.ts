import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barSpans } from './barSpans.ts';

const anything = fc.array(fc.option(fc.double({ noDefaultInfinity: false, noNaN: false }), { nil: undefined }), {
  maxLength: 12,
});

describe('barSpans', () => {
  it('stacks upwards what is above zero, and downwards what is below', () => {
    expect(barSpans([3, -1, undefined, 2, -4, Number.NaN], 'normal')).toEqual([
      { from: 0, to: 3 },
      { from: 0, to: -1 },
      undefined,
      { from: 3, to: 5 },
      { from: -1, to: -5 },
      undefined,
    ]);
  });

  it('makes shares of the sum of sizes', () => {
    expect(barSpans([3, -1], 'percent')).toEqual([
      { from: 0, to: 0.75 },
      { from: 0, to: -0.25 },
    ]);
    expect(barSpans([0, 0], 'percent')).toEqual([undefined, undefined]);
  });

  it('is finite whatever the values, and its shares add up to one', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom('none', 'normal', 'percent' as const), (values, stacking) => {
        const spans = barSpans(values, stacking).flatMap((span) => span ?? []);
        expect(spans.every(({ from, to }) => Number.isFinite(from) && Number.isFinite(to))).toBe(true);
        const size = spans.reduce((sum, { from, to }) => sum + Math.abs(to - from), 0);
        if (stacking === 'percent' && spans.length > 0) expect(size).toBeCloseTo(1);
      }),
    );
  });

  it('leaves no hole between stacked bars', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const spans = barSpans(values, 'normal');
        for (const isAbove of [true, false]) {
          const own = spans.filter((_, index) => (values[index] ?? 0) < 0 !== isAbove);
          for (const [index, span] of own.entries()) expect(span?.from).toBe(index === 0 ? 0 : own[index - 1]?.to);
        }
      }),
    );
  });
});
