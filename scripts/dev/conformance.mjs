import { build } from './build.mjs';
import { installSystem } from './installSystem.mjs';
import { run } from './run.mjs';
import { runVitest } from './vitest.mjs';
import { inRoot } from './workspace.mjs';

/**
 * Holds the adapters against the conformance kit, and the PromQL engine against Prometheus's test cases. With arguments it is only the
 * latter, which gets them.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code.
 */
export async function conformance(args) {
  let isGood = true;
  // The cases run on the sources: only the kit, which runs on real servers, needs a build.
  if (args.length === 0) isGood = await runKit();
  const cases = await run(process.execPath, [inRoot('scripts/conformance/run.mjs'), ...args]);
  if (cases.code !== 0) isGood = false;
  return isGood ? 0 : 1;
}

/** @returns {Promise<boolean>} whether every adapter keeps the contract. */
async function runKit() {
  await installSystem();
  if (!(await build())) return false;
  return (await runVitest(['--project=integration', 'tests/conformance'])).failed === 0;
}
