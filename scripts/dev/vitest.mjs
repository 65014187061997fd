import fs from 'node:fs';
import { run } from './run.mjs';
import { bin, inRoot } from './workspace.mjs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * Runs tests and counts them. What keeps tests from running at all, such as a file that cannot be loaded, counts as one
 * that failed.
 *
 * @param {readonly string[]} args - For vitest.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Counts>}
 */
export async function runVitest(args, env = {}) {
  const report = inRoot('node_modules/.cache/glasspane/vitest.json');
  fs.rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await run(bin('vitest'), ['run', ...args, ...reporters], { env: { NODE_ENV: 'test', ...env } });
  const counts = fs.existsSync(report) ? countTests(JSON.parse(fs.readFileSync(report, 'utf8'))) : zero;
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

const zero = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {{ testResults: readonly { status: string, assertionResults: readonly { status: string }[] }[] }} report - Of
 *   vitest's JSON reporter.
 * @returns {Counts}
 */
export function countTests(report) {
  const counts = { ...zero };
  for (const { status, assertionResults } of report.testResults) {
    const failedBefore = counts.failed;
    for (const test of assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
    if (status === 'failed' && counts.failed === failedBefore) counts.failed += 1;
  }
  return counts;
}
