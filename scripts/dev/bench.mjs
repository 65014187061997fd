import { build } from './build.mjs';
import { installSystem } from './installSystem.mjs';
import { runTypeScript } from './runTypeScript.mjs';
import { inRoot } from './workspace.mjs';

const benchmarks = ['promql', 'render'];

/**
 * Runs the benchmarks named, or all of them.
 *
 * @param {readonly string[]} names
 * @returns {Promise<number>} the exit code.
 */
export async function bench(names) {
  const unknown = names.filter((name) => !benchmarks.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no benchmark "${unknown.join('", "')}". There are: ${benchmarks.join(', ')}`);
    return 1;
  }
  await installSystem();
  if (process.env.BENCH_SOURCES !== '1' && !(await build())) return 1;
  for (const name of names.length > 0 ? names : benchmarks) {
    if ((await runTypeScript(inRoot('benchmarks', name, `${name}.ts`))) !== 0) return 1;
  }
  return 0;
}
