import { expect, it } from 'vitest';
import { measureBundle } from './measureBundle.mjs';

it('measures a bundle with both bundlers, and leaves the environment as it was', async () => {
  const before = process.env.NODE_ENV;
  const sizes = await measureBundle('export const answer = 42;', []);
  expect(process.env.NODE_ENV).toBe(before);
  expect(sizes).toEqual({ vite: expect.closeTo(45, -2), esbuild: expect.closeTo(45, -2) });
});
