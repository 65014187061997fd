import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkBundleSizes } from '../../scripts/dev/check/bundleSizes.mjs';
import { lintPackage } from '../../scripts/dev/check/packedPackages.mjs';
import { run } from '../../scripts/dev/run.mjs';
import { withPlanted } from './withPlanted.ts';

const manifest = {
  name: 'planted',
  version: '1.0.0',
  type: 'module',
  exports: { '.': { types: './dist/index.d.ts', default: './dist/gone.js' } },
  files: ['dist'],
};

describe('a package that would be published', () => {
  it('needs every file that its exports name', async () => {
    const files = {
      'package.json': JSON.stringify(manifest),
      'dist/index.d.ts': 'export declare const a: number;\n',
      'dist/index.js': 'export const a = 1;\n',
    };
    const found = await withPlanted(files, async (folder) => {
      await run('npm', ['pack', '--silent'], { cwd: folder, capture: true });
      return lintPackage('planted', `${folder}/planted-1.0.0.tgz`);
    });
    expect(found).toEqual(['planted: pkg.exports["."].default is ./dist/gone.js but the file does not exist.']);
  });
});

describe('a bundle', () => {
  // Random text does not compress, so that the size of the bundle is known.
  const text = Array.from({ length: 3000 }, (_, i) =>
    String.fromCharCode(97 + ((i * 7919 + (i >> 3) * 104729) % 26)),
  ).join('');
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
