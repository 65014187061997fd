import { run } from '../run.mjs';

/** Files that a build writes and git keeps, so that a change to them is reviewed. */
const generated = ['packages/core/schema'];

/**
 * Compares the generated files with those git knows; the build has written them anew before.
 *
 * @returns {Promise<import('../steps.mjs').StepResult>}
 */
export async function checkGeneratedFiles() {
  const { code, output } = await run('git', ['status', '--porcelain', '--', ...generated], { capture: true });
  if (code !== 0) return { ok: false, output };
  if (output.trim() === '') return { ok: true };
  return { ok: false, output: `The sources give other files than the ones committed:\n${output}Commit them.` };
}
