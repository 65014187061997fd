import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

// The charts of a scenario stand in rows of five, whoever draws them.
const STYLE = `
body { margin: 0; font: 12px sans-serif; }
main, .charts { display: grid; grid-template-columns: repeat(5, max-content); align-items: start; }
main > .charts { grid-column: 1 / -1; }
`;

/**
 * Bundles a page for each contestant, as a host would for production.
 *
 * @param usesSources - Bundles the sources of our packages, not what was built of them.
 * @returns The folder of the pages, each named after its contestant.
 */
export async function buildPages(names: readonly string[], usesSources: boolean): Promise<string> {
  // This file runs as a bundle that lies elsewhere.
  const corePackage = fileURLToPath(import.meta.resolve('@glasspane/core/package.json'));
  const root = path.join(path.dirname(corePackage), '../..');
  const contestants = path.join(root, 'benchmarks/render/contestants');
  const files = await readdir(contestants);
  const outdir = await mkdtemp(path.join(tmpdir(), 'glasspane-render-'));
  await build({
    entryPoints: names.map((name) => path.join(contestants, fileOf(name, files))),
    outdir,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
    ...(usesSources ? sourcesOf(root) : {}),
  });
  for (const name of names) await writeFile(path.join(outdir, `${name}.html`), pageOf(name));
  return outdir;
}

function fileOf(name: string, files: readonly string[]): string {
  const file = files.find((one) => path.parse(one).name === name);
  if (file === undefined) throw new Error(`There is no contestant "${name}".`);
  return file;
}

function sourcesOf(root: string): { readonly tsconfig: string; readonly alias: Record<string, string> } {
  return {
    tsconfig: path.join(root, 'tsconfig.tests.json'),
    alias: { '@glasspane/react/styles.css': path.join(root, 'packages/react/src/styles.css') },
  };
}

function pageOf(name: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${name}</title>
<link rel="stylesheet" href="${name}.css">
<style>${STYLE}</style>
<body><script src="${name}.js"></script></body>
</html>
`;
}
