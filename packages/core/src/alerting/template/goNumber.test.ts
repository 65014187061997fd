import { describe, expect, it } from 'vitest';
import { type FloatForm, formatGoFloat } from './goNumber.ts';

describe('formatGoFloat', () => {
  it.each<[number, FloatForm, number, string]>([
    [1, 'e', -1, '1e+00'],
    [0, 'e', -1, '0e+00'],
    [123.456, 'e', 2, '1.23e+02'],
    [9.999, 'e', 1, '1.0e+01'],
    [5e-324, 'e', -1, '5e-324'],
    [0.5, 'f', 0, '0'],
    [1.5, 'f', 0, '2'],
    [2.5, 'f', 0, '2'],
    [0.25, 'f', 1, '0.2'],
    [0.35, 'f', 1, '0.3'],
    [0.04, 'f', 1, '0.0'],
    [0.06, 'f', 1, '0.1'],
    [0.004, 'f', 1, '0.0'],
    [9.96, 'f', 1, '10.0'],
    [0.96, 'f', 0, '1'],
    [0, 'f', 2, '0.00'],
    [1e21, 'f', 1, '1000000000000000000000.0'],
    [1e-7, 'f', -1, '0.0000001'],
    [123_456, 'g', -1, '123456'],
    [1_234_567, 'g', -1, '1.234567e+06'],
    [1_000_000, 'g', -1, '1e+06'],
    [0.0001, 'g', -1, '0.0001'],
    [0.00001, 'g', -1, '1e-05'],
    [999.95, 'g', 4, '1000'],
    [99_999, 'g', 4, '1e+05'],
    [1234.5, 'g', 4, '1234'],
    [1235.5, 'g', 4, '1236'],
    [0, 'g', 4, '0'],
    [-0, 'g', 4, '-0'],
    [-1.5, 'g', 4, '-1.5'],
    [100, 'g', 2, '1e+02'],
    [Number.NaN, 'g', 4, 'NaN'],
    [Number.NEGATIVE_INFINITY, 'f', 2, '-Inf'],
  ])('writes %d as %s with precision %d', (value, form, precision, expected) => {
    expect(formatGoFloat(value, form, precision)).toBe(expected);
  });
});
