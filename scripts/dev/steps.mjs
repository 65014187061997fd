import { performance } from 'node:perf_hooks';

/**
 * @typedef {object} StepResult
 * @property {boolean} ok
 * @property {string} [output] - Shown where the step failed, or where `show` is set.
 * @property {boolean} [show] - The output matters in success as well.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {() => StepResult | Promise<StepResult>} run
 */

/**
 * Runs all steps, in order, also after one has failed, and says of each how it went.
 *
 * @param {readonly Step[]} steps
 * @returns {Promise<{ passed: number, failed: readonly string[] }>} how many passed, and the names of those that did not.
 */
export async function runSteps(steps) {
  const failed = [];
  for (const step of steps) {
    const start = performance.now();
    const { ok, output = '', show = false } = await outcome(step);
    console.log(`${ok ? '✓' : '✗'} ${step.name}  ${((performance.now() - start) / 1000).toFixed(1)} s`);
    if (!ok) failed.push(step.name);
    if ((!ok || show) && output.trim() !== '') console.log(indent(output.trimEnd()));
  }
  return { passed: steps.length - failed.length, failed };
}

/**
 * @param {Step} step
 * @returns {Promise<StepResult>}
 */
async function outcome(step) {
  try {
    return await step.run();
  } catch (error) {
    return { ok: false, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** @param {string} text */
function indent(text) {
  return text.replaceAll(/^/gm, '    ');
}
