import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkBundleSizes } from '../../scripts/dev/check/bundleSizes.mjs';
import { checkTypes, lintPackage } from '../../scripts/dev/check/packedPackages.mjs';
import { run } from '../../scripts/dev/run.mjs';
import { withPlanted } from './withPlanted.ts';

const files = {
  'dist/index.d.ts': 'export declare const a: number;\n',
  'dist/index.js': 'export const a = 1;\n',
};

/** Packs a package with these exports, and hands its folder and its tarball to a check. */
function checkPlanted(
  exports: Readonly<Record<string, string>>,
  check: (folder: string, tarball: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const manifest = { name: 'planted', version: '1.0.0', type: 'module', exports: { '.': exports }, files: ['dist'] };
  return withPlanted({ ...files, 'package.json': JSON.stringify(manifest) }, async (folder) => {
    await run('npm', ['pack', '--silent'], { cwd: folder, capture: true });
    return check(folder, `${folder}/planted-1.0.0.tgz`);
  });
}

describe('a package that would be published', () => {
  const good = { types: './dist/index.d.ts', default: './dist/index.js' };

  it('passes when a consumer finds code and types', async () => {
    expect(await checkPlanted(good, lintPackage)).toEqual([]);
    expect(await checkPlanted(good, checkTypes)).toEqual([]);
  });

  it('needs every file that its exports name', async () => {
    expect(await checkPlanted({ ...good, default: './dist/gone.js' }, lintPackage)).toEqual([
      expect.stringContaining('pkg.exports["."].default is ./dist/gone.js but the file does not exist.'),
    ]);
  });

  it('needs types first among its exports, where consumers look', async () => {
    expect(await checkPlanted({ default: good.default, types: good.types }, lintPackage)).toEqual([
      expect.stringContaining('types should be the first'),
      expect.stringContaining('default should be the last'),
    ]);
  });

  it('needs types that resolve', async () => {
    expect(await checkPlanted({ ...good, types: './dist/gone.d.ts' }, checkTypes)).toEqual([
      expect.stringContaining('failed to resolve'),
    ]);
  });
});

describe('a bundle', () => {
  // Random text hardly compresses, so that the size of the bundle is known.
  const text = randomBytes(3000).toString('base64');
  const code = `export const text = '${text}';`;
  const kb = gzipSync(code).length / 1000;

  it.each([
    [kb * 0.5, false],
    [kb * 2, true],
  ])('passes only within its budget (%d kB)', async (maxKb, ok) => {
    const result = await checkBundleSizes([{ name: 'planted', code, external: [], maxKb }]);
    expect(result.ok).toBe(ok);
    expect(result.output?.includes('over budget')).toBe(!ok);
  });
});
