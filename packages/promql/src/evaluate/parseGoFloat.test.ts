import { expect, it } from 'vitest';
import { parseGoFloat } from './parseGoFloat.ts';

it.each([
  ['0.5', 0.5],
  ['+1', 1],
  ['-.5e-2', -0.005],
  ['2.', 2],
  ['1_0', 10],
  ['1_23.50_0_0e+1_2', 1.235e14],
  ['0x1p1', 2],
  ['-0x1.8p-1', -0.75],
  ['0x_1_fp0', 31],
  ['0X.8P1', 1],
  ['Inf', Number.POSITIVE_INFINITY],
  ['-infinity', Number.NEGATIVE_INFINITY],
  ['NaN', Number.NaN],
])('reads %s', (text, value) => {
  expect(parseGoFloat(text)).toBe(value);
});

it.each(['', ' 1', '1 ', 'abc', '.', '1_', '_1', '1__0', '1_.5', '1e999', '0x10', '0xp1', '+nan', '1d', '0x1p'])(
  'refuses %j',
  (text) => {
    expect(parseGoFloat(text)).toBeUndefined();
  },
);
