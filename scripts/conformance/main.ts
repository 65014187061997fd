import fs from 'node:fs';
import path from 'node:path';
import { runFile } from './runFile.ts';

/** Returns the test files among and directly within the given paths. */
function findFiles(paths: readonly string[]): readonly string[] {
  return paths.flatMap((given) => {
    if (!fs.statSync(given).isDirectory()) return [given];
    return fs
      .readdirSync(given)
      .filter((name) => name.endsWith('.test'))
      .sort()
      .map((name) => path.join(given, name));
  });
}

/**
 * Runs test files in Prometheus's format and prints the failing cases.
 *
 * @param args - Files and folders; without any, `defaultFolder`, or its `native` folder with `--native`.
 * @returns How many cases failed.
 */
export async function main(args: readonly string[], defaultFolder: string): Promise<number> {
  const isNative = args.includes('--native');
  const given = args.filter((argument) => !argument.startsWith('--'));
  const paths = given.length > 0 ? given : [isNative ? path.join(defaultFolder, 'native') : defaultFolder];
  const missing = paths.find((one) => !fs.existsSync(one));
  if (missing !== undefined) {
    console.log(`There is no ${missing}. Name the files or folders with Prometheus's .test files to run.`);
    return 1;
  }
  let passed = 0;
  let failed = 0;
  for (const file of findFiles(paths)) {
    for (const { line, query, problem } of await runFile(fs.readFileSync(file, 'utf8'))) {
      if (problem === undefined) {
        passed += 1;
        continue;
      }
      failed += 1;
      console.log(`${file}:${line}: ${query}\n    ${problem}`);
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed;
}
