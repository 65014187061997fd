import { expect, it } from 'vitest';
import { acceptsGzip } from './acceptsGzip.ts';

it.each([
  [undefined, false],
  ['', false],
  ['gzip', true],
  ['GZIP', true],
  ['deflate, gzip;q=0.5, br', true],
  ['*', true],
  ['identity', false],
  ['gzip;q=0', false],
  ['gzip; q=0.000', false],
  ['gzip;q=0.001', true],
  ['*;q=0', false],
  ['gzip;q=0, *', false],
  ['gzip, *;q=0', true],
  ['x-gzip', false],
])('takes %j for %j', (header, expected) => {
  expect(acceptsGzip(header)).toBe(expected);
});
