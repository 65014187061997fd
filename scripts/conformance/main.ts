import fs from 'node:fs';
import { describeError, findTestFiles } from './findTestFiles.ts';
import { runFile } from './runFile.ts';

const advice = "Name files in the format of Prometheus's PromQL tests, or folders with such .test files.";

/** What has come of the files so far. */
interface Tally {
  passed: number;
  failed: number;
  /** Paths and files that could not be run. */
  problems: number;
}

type Print = (line: string) => void;

async function runPath(file: string, tally: Tally, print: Print): Promise<void> {
  try {
    for (const { line, query, problem } of await runFile(fs.readFileSync(file, 'utf8'))) {
      if (problem === undefined) {
        tally.passed += 1;
        continue;
      }
      tally.failed += 1;
      print(`${file}:${line}: ${query}\n    ${problem}`);
    }
  } catch (error) {
    tally.problems += 1;
    print(`Cannot run ${file}: ${describeError(error)}`);
  }
}

/**
 * Runs test files in Prometheus's format and prints the failing cases; the last line counts them.
 *
 * @param args - Files and folders; without any, the default folder. With `--native`, the cases of native histograms
 *   instead: those in the `native` folders of the folders.
 * @returns The exit code: 0 when everything ran and passed.
 */
export async function main(
  args: readonly string[],
  defaultFolder: string,
  print: Print = (line) => console.log(line),
): Promise<number> {
  const tally: Tally = { passed: 0, failed: 0, problems: 0 };
  const complain = (problem: string): void => {
    tally.problems += 1;
    print(problem);
  };
  const unknown = args.filter((argument) => argument.startsWith('--') && argument !== '--native');
  for (const option of unknown) complain(`There is no option ${option}; there is --native.`);
  const given = args.filter((argument) => !argument.startsWith('--'));
  for (const one of given.length > 0 ? given : [defaultFolder]) {
    const { files, problem } = findTestFiles(one, args.includes('--native'));
    if (files === undefined) complain(`${problem} ${advice}`);
    else for (const file of files) await runPath(file, tally, print);
  }
  print(`${tally.passed} passed, ${tally.failed} failed`);
  return tally.failed + tally.problems > 0 ? 1 : 0;
}
