import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './workspace.mjs';

const fileOf = (/** @type {string} */ task) => inRoot('node_modules/.cache/glasspane', `${task}.counts.json`);

/**
 * @param {import('./vitest.mjs').Counts} counts
 * @returns {string} the line by which a machine reads the result of a test run.
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @param {string} task - Whose counts are forgotten, so that a run that breaks off leaves none. */
export function forgetCounts(task) {
  fs.rmSync(fileOf(task), { force: true });
}

/**
 * Prints the closing line of a task and keeps its counts for {@link summarize}.
 *
 * @param {string} task
 * @param {import('./vitest.mjs').Counts} counts
 * @returns {number} the exit code.
 */
export function close(task, counts) {
  fs.mkdirSync(path.dirname(fileOf(task)), { recursive: true });
  fs.writeFileSync(fileOf(task), JSON.stringify(counts));
  console.log(closingLine(counts));
  return counts.failed === 0 ? 0 : 1;
}

/**
 * Prints the closing line of several tasks together. A task that left no counts broke off, which is a failure.
 *
 * @param {readonly string[]} tasks
 * @returns {number} the exit code.
 */
export function summarize(tasks) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const task of tasks) {
    const isThere = fs.existsSync(fileOf(task));
    const counts = isThere ? JSON.parse(fs.readFileSync(fileOf(task), 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
    if (!isThere) console.log(`${task} did not run to its end.`);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  console.log(closingLine(total));
  return total.failed === 0 ? 0 : 1;
}
