import { bootstrap } from './bootstrap.mjs';
import { run } from './run.mjs';
import { bin } from './workspace.mjs';

/**
 * What `npm run` offers. Each task is loaded only when it runs, after the dependencies are there.
 *
 * @type {Readonly<Record<string, (args: readonly string[]) => Promise<number>>>}
 */
const tasks = {
  start: async (args) => (await import('./start/start.mjs')).start(args),
  test: async (args) => (await import('./test.mjs')).test(args),
  'test:long': async (args) => (await import('./test.mjs')).testLong(args),
  check: async () => ((await (await import('./check/check.mjs')).check()).failed.length === 0 ? 0 : 1),
  build: async () => ((await (await import('./build.mjs')).build()) ? 0 : 1),
  format: async (args) => (await run(bin('biome'), ['check', '--write', ...args])).code,
  storybook: async (args) => (await run(bin('storybook'), ['dev', '-p', '6006', '--disable-telemetry', ...args])).code,
  conformance: async (args) => (await import('./conformance.mjs')).conformance(args),
  images: async (args) => (await import('./test.mjs')).images(args),
  bench: async (args) => (await import('./bench.mjs')).bench(args),
  summary: async (args) => (await import('./closingLine.mjs')).summarize(args),
};

/**
 * @param {string | undefined} name - Of the task.
 * @param {readonly string[]} args - For the task.
 * @returns {Promise<number>} the exit code.
 */
export async function runTask(name, args) {
  const task = name !== undefined && Object.hasOwn(tasks, name) ? tasks[name] : undefined;
  if (task === undefined) {
    console.error(`There is no task "${name ?? ''}". Tasks: ${Object.keys(tasks).join(', ')}`);
    return 1;
  }
  if (name !== 'summary' && !(await bootstrap())) return 1;
  return task(args);
}
