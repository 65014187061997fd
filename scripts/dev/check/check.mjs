import fs from 'node:fs';
import { buildPackages } from '../build.mjs';
import { run } from '../run.mjs';
import { runSteps } from '../steps.mjs';
import { bin, inRoot } from '../workspace.mjs';
import { checkBundleSizes } from './bundleSizes.mjs';
import { checkGeneratedFiles } from './generatedFiles.mjs';
import { checkPackedPackages } from './packedPackages.mjs';
import { checkWords } from './words.mjs';

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
const command = (command, args) => async () => {
  const { code, output } = await run(command, args, { capture: true });
  return { ok: code === 0, output };
};

/** @param {string} project - A `tsconfig` file. */
const types = (project) => command(bin('tsc'), ['-p', project]);

const biomeOptions = [
  '--error-on-warnings',
  '--diagnostic-level=warn',
  '--max-diagnostics=none',
  '--reporter=concise',
  '--colors=off',
];

/** @type {readonly import('../steps.mjs').Step[]} */
const steps = [
  { name: 'packages build', run: async () => ({ ok: await buildPackages() }) },
  { name: 'types of tests, stories and examples', run: types('tsconfig.tests.json') },
  { name: 'types of scripts', run: types('tsconfig.scripts.json') },
  ...(fs.existsSync(inRoot('examples/product/tsconfig.json'))
    ? [{ name: 'types of the product page', run: types('examples/product/tsconfig.json') }]
    : []),
  { name: 'format, lint and borders', run: command(bin('biome'), ['ci', ...biomeOptions]) },
  { name: 'generated files are up to date', run: checkGeneratedFiles },
  { name: 'no dead code, no undeclared dependency', run: command(bin('knip'), ['--no-progress']) },
  { name: 'packed packages (publint, attw)', run: checkPackedPackages },
  { name: 'bundle sizes', run: checkBundleSizes },
  { name: 'no machine path, no registry host', run: checkWords },
];

/**
 * Runs every check that needs no test runner, and says at the end which failed.
 *
 * @returns {Promise<{ passed: number, failed: readonly string[] }>}
 */
export async function check() {
  const result = await runSteps(steps);
  if (result.failed.length === 0) console.log(`All ${result.passed} checks passed.`);
  else console.log(`Failed: ${result.failed.join('; ')}`);
  return result;
}
