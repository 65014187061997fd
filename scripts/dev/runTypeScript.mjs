import fs from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { inRoot } from './workspace.mjs';

/**
 * Runs a script that is written in TypeScript; Node 20 does not by itself.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code.
 */
export async function runTypeScript(file, args = []) {
  const { build } = await import('esbuild');
  // From below the benchmarks' folder every package of the workspace resolves, and every dependency of the root.
  const cache = inRoot('benchmarks/node_modules/.cache');
  fs.mkdirSync(cache, { recursive: true });
  const folder = fs.mkdtempSync(path.join(cache, 'run-'));
  const outfile = path.join(folder, `${path.basename(file, '.ts')}.mjs`);
  try {
    await build({
      entryPoints: [file],
      outfile,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      sourcemap: 'inline',
      logLevel: 'warning',
    });
    return (await run(process.execPath, ['--enable-source-maps', outfile, ...args])).code;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
