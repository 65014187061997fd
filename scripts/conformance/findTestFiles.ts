import fs from 'node:fs';
import path from 'node:path';

/** What stands at a path: test files, or a sentence about what is wrong with it. */
export type FoundTestFiles =
  | { readonly files: readonly string[]; readonly problem?: undefined }
  | { readonly files?: undefined; readonly problem: string };

const isTestFile = (name: string): boolean => name.endsWith('.test');

/**
 * Returns the test files at a path: the file itself, or those directly within the folder.
 *
 * @param isNative - Whether the cases of native histograms are wanted: those in the folder's `native`, where it has one.
 */
export function findTestFiles(given: string, isNative: boolean): FoundTestFiles {
  try {
    if (!fs.statSync(given).isDirectory()) return { files: [given] };
    const native = path.join(given, 'native');
    const folder = isNative && fs.existsSync(native) ? native : given;
    const names = fs.readdirSync(folder).filter(isTestFile).sort();
    if (names.length === 0) return { problem: `There are no .test files in ${folder}.` };
    return { files: names.map((name) => path.join(folder, name)) };
  } catch (error) {
    return { problem: `Cannot read ${given}: ${describeError(error)}.` };
  }
}

/** Returns the message of an error. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
