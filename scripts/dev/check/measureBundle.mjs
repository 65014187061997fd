import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { inRoot } from '../workspace.mjs';

/**
 * Bundles a module with Vite and with esbuild, minified for production. It may import every package of the workspace.
 *
 * @param {string} code - The module's text.
 * @param {readonly string[]} external - Packages left out, with everything below them.
 * @returns {Promise<{ vite: number, esbuild: number }>} bytes after gzip.
 */
export async function measureBundle(code, external) {
  // The benchmarks depend on every package: from below their folder, all of them resolve as they do for a host.
  const cache = inRoot('benchmarks/node_modules/.cache');
  fs.mkdirSync(cache, { recursive: true });
  const folder = fs.mkdtempSync(path.join(cache, 'size-'));
  const entry = path.join(folder, 'entry.js');
  const { NODE_ENV } = process.env;
  try {
    fs.writeFileSync(entry, code);
    return { vite: await withVite(entry, external), esbuild: await withEsbuild(entry, external) };
  } finally {
    // Vite sets it to `production`, and whatever runs after us would inherit that.
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} entry
 * @param {readonly string[]} external
 */
async function withVite(entry, external) {
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    root: path.dirname(entry),
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        external: (id) => external.some((name) => id === name || id.startsWith(`${name}/`)),
      },
    },
  });
  if (!('output' in result)) throw new Error('Vite gave no single output.');
  return gzipped(result.output.map((file) => (file.type === 'chunk' ? file.code : '')).join(''));
}

/**
 * @param {string} entry
 * @param {readonly string[]} external
 */
async function withEsbuild(entry, external) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: external.flatMap((name) => [name, `${name}/*`]),
    logLevel: 'silent',
  });
  return gzipped(outputFiles.map((file) => file.text).join(''));
}

/** @param {string} text */
function gzipped(text) {
  return gzipSync(text).length;
}
