import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketIndexOf, bucketsBetween } from './Bucket.ts';
import { automaticCount, valueBounds } from './valueBounds.ts';

const hostile = fc.float64Array({ noNaN: true, noDefaultInfinity: true, minLength: 1, maxLength: 60 });

describe('valueBounds', () => {
  it('cuts at round numbers that cover all values', () => {
    expect(valueBounds(Float64Array.of(3, 17, 42), { bucketCount: 5 })).toEqual([0, 10, 20, 30, 40, 50]);
  });

  it('cuts at multiples of a size, and not into more than 200 pieces', () => {
    expect(valueBounds(Float64Array.of(4, 12), { bucketSize: 5 })).toEqual([0, 5, 10, 15]);
    expect(valueBounds(Float64Array.of(0, 1e9), { bucketSize: 1 }).length).toBeLessThan(201);
  });

  it('cuts at powers of ten, with what has no logarithm at the foot', () => {
    expect(valueBounds(Float64Array.of(0, 2, 5000), { scale: 'log', bucketCount: 4 })).toEqual([
      0, 1, 10, 100, 1000, 10_000,
    ]);
  });

  it('gives buckets to a single value', () => {
    const bounds = valueBounds(Float64Array.of(5, 5, 5), {});
    expect([(bounds[0] ?? 9) < 5, (bounds.at(-1) ?? 0) > 5]).toEqual([true, true]);
  });

  it.each(['linear', 'log'] as const)('holds any finite value in one of its %s buckets', (scale) => {
    fc.assert(
      fc.property(hostile, fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }), (values, bucketCount) => {
        const bounds = valueBounds(values, { scale, bucketCount });
        expect(bounds.every((bound, index) => Number.isFinite(bound) && bound > (bounds[index - 1] ?? -1e308))).toBe(
          true,
        );
        expect(bounds.length).toBeLessThan(420);
        const held = values.map((value) => Math.min(1e304, Math.max(-1e304, value)));
        expect([...held].every((value) => bucketIndexOf(value, bucketsBetween(bounds)) >= 0)).toBe(true);
      }),
    );
  });
});

describe('automaticCount', () => {
  it('follows Freedman and Diaconis, and Sturges where the quartiles are the same', () => {
    // 1 to 1000: a spread of 499.5 makes buckets 99.9 wide.
    expect(automaticCount(Float64Array.from({ length: 1000 }, (_, index) => index + 1))).toBe(10);
    expect(automaticCount(Float64Array.from({ length: 64 }, (_, index) => (index === 63 ? 9 : 1)))).toBe(7);
  });
});

describe('bucketIndexOf', () => {
  it('takes a bound as the upper end of a bucket', () => {
    const buckets = bucketsBetween([0, 1, 2]);
    expect([-1, 0, 1, 1.5, 2, 3].map((value) => bucketIndexOf(value, buckets))).toEqual([-1, 0, 0, 1, 1, -1]);
  });
});
