import { expect, it, vi } from 'vitest';
import { measureBundle } from './measureBundle.mjs';

it('measures a bundle with both bundlers, and leaves the environment as it was', async () => {
  vi.stubEnv('NODE_ENV', undefined);
  const sizes = await measureBundle('export const answer = 42;', []);
  expect(process.env.NODE_ENV).toBe(undefined);
  vi.unstubAllEnvs();
  expect(sizes).toEqual({ vite: expect.closeTo(45, -2), esbuild: expect.closeTo(45, -2) });
});
