import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { inRoot } from '../workspace.mjs';

/**
 * Bundles a module with Vite and with esbuild, minified for production. It may import every package of the workspace.
 *
 * @param {string} code - The module's text.
 * @param {readonly string[]} external - Packages left out, with everything below them.
 * @param {boolean} [isSplit] - Whether to leave out what stands behind dynamic imports, which a page loads later, if at all.
 * @returns {Promise<{ vite: number, esbuild: number }>} bytes after gzip.
 */
export async function measureBundle(code, external, isSplit = false) {
  // The benchmarks depend on every package: from below their folder, all of them resolve as they do for a host.
  const cache = inRoot('benchmarks/node_modules/.cache');
  fs.mkdirSync(cache, { recursive: true });
  const folder = fs.mkdtempSync(path.join(cache, 'size-'));
  const entry = path.join(folder, 'entry.js');
  const { NODE_ENV } = process.env;
  try {
    fs.writeFileSync(entry, code);
    return { vite: await withVite(entry, external, isSplit), esbuild: await withEsbuild(entry, external, isSplit) };
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
 * @param {boolean} isSplit
 */
async function withVite(entry, external, isSplit) {
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
  const chunks = new Map(result.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
  const first = [...chunks.values()].filter((chunk) => !isSplit || chunk.isEntry).map((chunk) => chunk.fileName);
  const loaded = closure(first, (name) => chunks.get(name)?.imports ?? []);
  return gzipped(loaded.map((name) => chunks.get(name)?.code ?? '').join(''));
}

/**
 * @param {string} entry
 * @param {readonly string[]} external
 * @param {boolean} isSplit
 */
async function withEsbuild(entry, external, isSplit) {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    splitting: isSplit,
    metafile: true,
    outdir: path.dirname(entry),
    absWorkingDir: path.dirname(entry),
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: external.flatMap((name) => [name, `${name}/*`]),
    logLevel: 'silent',
  });
  const { outputs } = metafile;
  const first = Object.keys(outputs).filter((name) => outputs[name]?.entryPoint === path.basename(entry));
  const loaded = closure(first, (name) =>
    (outputs[name]?.imports ?? []).filter(({ kind }) => kind === 'import-statement').map((item) => item.path),
  );
  const texts = new Map(outputFiles.map((file) => [path.basename(file.path), file.text]));
  return gzipped(loaded.map((name) => texts.get(path.basename(name)) ?? '').join(''));
}

/**
 * Returns the names, and everything that they need, each once.
 *
 * @param {readonly string[]} names
 * @param {(name: string) => readonly string[]} needs
 */
function closure(names, needs) {
  const found = new Set(names);
  for (const name of found) for (const needed of needs(name)) found.add(needed);
  return [...found];
}

/** @param {string} text */
function gzipped(text) {
  return gzipSync(text).length;
}
