import fs from 'node:fs';
import path from 'node:path';
import { freshness } from './freshness.mjs';
import { removeStaleOutput } from './removeStaleOutput.mjs';
import { run } from './run.mjs';
import { bin, inRoot, packages } from './workspace.mjs';

/**
 * Builds the packages: types and JavaScript, the stylesheet, the JSON Schemas.
 *
 * @returns {Promise<boolean>} whether all of it worked.
 */
export async function buildPackages() {
  for (const name of packages) removeStaleOutput(inRoot('packages', name));
  if ((await run(bin('tsc'), ['-b'])).code !== 0) return false;
  return (await buildStyles()) && (await writeSchemas());
}

/**
 * Builds the packages and the example product page.
 *
 * @returns {Promise<boolean>} whether all of it worked.
 */
export async function build() {
  return (await buildPackages()) && (await buildProductPage());
}

async function buildStyles() {
  const script = inRoot('packages/react/scripts/buildStyles.mjs');
  if (fs.existsSync(script)) return (await run(process.execPath, [script])).code === 0;
  const source = inRoot('packages/react/src/styles.css');
  if (fs.existsSync(source)) fs.copyFileSync(source, inRoot('packages/react/dist/styles.css'));
  return true;
}

async function writeSchemas() {
  const script = inRoot('packages/core/scripts/writeSchemas.mjs');
  return !fs.existsSync(script) || (await run(process.execPath, [script])).code === 0;
}

async function buildProductPage() {
  const folder = inRoot('examples/product');
  const inputs = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json'].map((name) =>
    path.join(folder, name),
  );
  const { isFresh, mark } = freshness('product-page', [
    ...inputs,
    ...packages.map((name) => inRoot('packages', name, 'dist')),
    inRoot('pnpm-lock.yaml'),
  ]);
  if (isFresh && fs.existsSync(path.join(folder, 'dist/index.html'))) return true;
  const { code } = await run(bin('vite'), ['build', '--logLevel', 'error'], { cwd: folder });
  if (code === 0) mark();
  return code === 0;
}
