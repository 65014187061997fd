import fs from 'node:fs';
import { build } from './build.mjs';
import { installSystem } from './installSystem.mjs';
import { run } from './run.mjs';
import { runVitest } from './vitest.mjs';
import { inRoot } from './workspace.mjs';

const entries = ['index.mjs', 'run.mjs', 'conformance.mjs', 'index.ts', 'run.ts'];

/**
 * Holds the adapters against the conformance kit, and the PromQL engine against Prometheus. With arguments it is only the
 * latter, which gets them.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code.
 */
export async function conformance(args) {
  await installSystem();
  if (!(await build())) return 1;
  let isGood = true;
  if (args.length === 0 && fs.existsSync(inRoot('tests/conformance'))) {
    isGood = (await runVitest(['--project=integration', 'tests/conformance'])).failed === 0;
  }
  const entry = entries.map((name) => inRoot('scripts/conformance', name)).find((file) => fs.existsSync(file));
  if (entry === undefined) console.log('There is no PromQL comparison yet.');
  else if ((await run(process.execPath, [entry, ...args])).code !== 0) isGood = false;
  return isGood ? 0 : 1;
}
