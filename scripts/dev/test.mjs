import fs from 'node:fs';
import { build } from './build.mjs';
import { check } from './check/check.mjs';
import { close, forgetCounts } from './closingLine.mjs';
import { findChromium } from './executables.mjs';
import { installSystem } from './installSystem.mjs';
import { runVitest } from './vitest.mjs';
import { inRoot } from './workspace.mjs';

/**
 * Checks, builds and tests everything. With arguments it is vitest with those arguments, for work on one thing.
 *
 * @param {readonly string[]} args - For vitest.
 * @returns {Promise<number>} the exit code.
 */
export async function test(args) {
  forgetCounts('test');
  await installSystem();
  const checks = args.length === 0 ? await check() : { passed: 0, failed: [] };
  const isBuilt = await build();
  const chromium = findChromium();
  if (chromium === undefined) console.log('No Chromium: tests in a browser and stories are left out.');
  const projects = ['unit', 'jsdom', ...(chromium === undefined ? [] : ['browser', 'storybook']), 'integration'];
  const tests = await runVitest(
    args.length > 0 ? args : projects.map((name) => `--project=${name}`),
    browserEnv(chromium),
  );
  if (checks.failed.length > 0) console.log(`Failed checks: ${checks.failed.join('; ')}`);
  if (!isBuilt) console.log('The build failed.');
  return close('test', {
    passed: tests.passed + checks.passed,
    failed: tests.failed + checks.failed.length + (isBuilt ? 0 : 1),
    skipped: tests.skipped,
  });
}

/**
 * Runs the tests that take minutes each.
 *
 * @param {readonly string[]} args - For vitest.
 * @returns {Promise<number>} the exit code.
 */
export async function testLong(args) {
  forgetCounts('test:long');
  const folder = inRoot('tests/long');
  const files = fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  if (!files.some((file) => file.endsWith('.test.ts'))) {
    console.log('There are no long tests yet.');
    return close('test:long', { passed: 0, failed: 0, skipped: 0 });
  }
  await installSystem();
  const isBuilt = await build();
  const tests = await runVitest(['--project=long', ...args], browserEnv(findChromium()));
  return close('test:long', { ...tests, failed: tests.failed + (isBuilt ? 0 : 1) });
}

/**
 * Compares pictures of all widgets with those that are kept of them.
 *
 * @param {readonly string[]} args - `--update` keeps what they look like now; all else is for vitest.
 * @returns {Promise<number>} the exit code.
 */
export async function images(args) {
  forgetCounts('images');
  await installSystem();
  const isUpdating = args.includes('--update');
  const tests = await runVitest(
    ['--project=integration', 'tests/images', ...args.filter((arg) => arg !== '--update')],
    { ...browserEnv(findChromium()), ...(isUpdating ? { GLASSPANE_UPDATE_IMAGES: '1' } : {}) },
  );
  return close('images', tests);
}

/** @param {string | undefined} chromium */
function browserEnv(chromium) {
  return chromium === undefined ? {} : { CHROMIUM_PATH: chromium };
}
