import { expect, it } from 'vitest';
import { operationOf } from './arithmetic.ts';

const infinity = Number.POSITIVE_INFINITY;

it.each([
  [1, 1, Math.PI / 4],
  [-1e-300, -1e300, Math.PI],
  [1e-300, -1e300, Math.PI],
  [-1, -infinity, -Math.PI],
  [-0, -1, -Math.PI],
  [-1e-300, 1e300, -0],
])('takes the angle of %d and %d as Go does', (y, x, angle) => {
  expect(operationOf('atan2', false).compute?.(y, x)).toBe(angle);
});
