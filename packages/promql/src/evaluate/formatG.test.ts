import { expect, it } from 'vitest';
import { formatG } from './formatG.ts';

it.each([
  [0, '0'],
  [1.5, '1.5'],
  [-2, '-2'],
  [100_000, '100000'],
  [1_000_000, '1e+06'],
  [123_456_789, '1.23456789e+08'],
  [0.0001, '0.0001'],
  [0.000_01, '1e-05'],
  [1e30, '1e+30'],
  [Number.POSITIVE_INFINITY, '+Inf'],
  [Number.NaN, 'NaN'],
])('writes %d in full', (value, text) => {
  expect(formatG(value)).toBe(text);
});

it.each([
  [5, '5'],
  [0.125, '0.12'],
  [12.34, '12'],
  [12.5, '12'],
  [13.5, '14'],
  [-12.5, '-12'],
  [12.500001, '13'],
  [100, '1e+02'],
  [99.6, '1e+02'],
  [0.000_012_3, '1.2e-05'],
])('writes %d with two digits', (value, text) => {
  expect(formatG(value, 2)).toBe(text);
});
