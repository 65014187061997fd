import { expect, it, vi } from 'vitest';
import { measureBundle } from './measureBundle.mjs';

it('measures a bundle with both bundlers, and leaves the environment as it was', async () => {
  vi.stubEnv('NODE_ENV', undefined);
  const sizes = await measureBundle('export const answer = 42;', []);
  expect(process.env.NODE_ENV).toBe(undefined);
  vi.unstubAllEnvs();
  expect(sizes).toEqual({ vite: expect.closeTo(45, -2), esbuild: expect.closeTo(45, -2) });
});

it('leaves out what stands behind a dynamic import, when that is what is asked for', async () => {
  const code = `export const later = () => import('react-dom/server');`;
  const [all, first] = [await measureBundle(code, []), await measureBundle(code, [], true)];
  expect(Math.min(all.vite, all.esbuild)).toBeGreaterThan(20_000);
  expect(Math.max(first.vite, first.esbuild)).toBeLessThan(2000);
});
