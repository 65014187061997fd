import { describe, expect, it } from 'vitest';
import { formatFloat, formatScalar, formatTime } from './formatFloat.ts';

describe('formatFloat', () => {
  it.each([
    [0, '0'],
    [-0, '-0'],
    [1, '1'],
    [-1.5, '-1.5'],
    [0.1 + 0.2, '0.30000000000000004'],
    [1e-6, '0.000001'],
    [9.99e-7, '9.99e-07'],
    [1e-7, '1e-07'],
    [-1.25e-10, '-1.25e-10'],
    [5e-324, '5e-324'],
    [123456789012345680000, '123456789012345680000'],
    [1e21, '1e+21'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, '+Inf'],
    [Number.NEGATIVE_INFINITY, '-Inf'],
  ])('writes %f as %s', (value, text) => {
    expect(formatFloat(value)).toBe(text);
  });

  it('writes what reads back as the same number', () => {
    const bits = new DataView(new ArrayBuffer(8));
    for (let round = 0; round < 2000; round += 1) {
      bits.setUint32(0, (Math.imul(round, 2654435761) ^ (round << 7)) >>> 0);
      bits.setUint32(4, Math.imul(round, 40503) >>> 0);
      const value = bits.getFloat64(0);
      if (Number.isFinite(value)) expect(Number(formatFloat(value))).toBe(value);
    }
  });
});

describe('formatScalar', () => {
  it.each([
    [1.5, '1.5'],
    [1e-7, '0.0000001'],
    [-1.25e-10, '-0.000000000125'],
    [1e21, '1000000000000000000000'],
    [-1.5e22, '-15000000000000000000000'],
    [Number.NEGATIVE_INFINITY, '-Inf'],
  ])('writes %f as %s', (value, text) => {
    expect(formatScalar(value)).toBe(text);
  });

  it('writes what reads back as the same number', () => {
    for (const value of [5e-324, 1.7976931348623157e308, 9.007199254740993e21, 2.2250738585072014e-308]) {
      expect(Number(formatScalar(value))).toBe(value);
    }
  });
});

describe('formatTime', () => {
  it.each([
    [0, '0'],
    [1_435_781_451_781, '1435781451.781'],
    [1_435_781_451_500, '1435781451.500'],
    [1_435_781_451_007, '1435781451.007'],
    [1_435_781_451_000, '1435781451'],
    [-1500, '-1.500'],
    [-5, '-0.005'],
  ])('writes %d ms as %s s', (timeMs, text) => {
    expect(formatTime(timeMs)).toBe(text);
  });
});
