import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright';
import { compareImages, SHARE_TOLERANCE } from './compareImages.ts';

const baselines = path.join(import.meta.dirname, 'baselines');
const failures = path.join(import.meta.dirname, '../../node_modules/.cache/images');

/** Whether baselines are written instead of compared: `npm run images -- --update`. */
const isUpdating: boolean = process.env.GLASSPANE_UPDATE_IMAGES === '1';

/**
 * Compares a picture with the one that is kept of it.
 *
 * @returns What is wrong, with the files to look at; `undefined` where they are the same.
 */
export async function matchBaseline(page: Page, name: string, actual: Buffer): Promise<string | undefined> {
  const file = path.join(baselines, `${name}.png`);
  if (isUpdating) {
    await writeUnlessSame(page, file, actual);
    return undefined;
  }
  if (!existsSync(file)) return `There is no ${file}: look at the widget, and run "npm run images -- --update".`;
  return await explainDifference({
    page,
    name,
    actual,
    expected: await readFile(file),
    expectedFile: file,
    tolerance: SHARE_TOLERANCE,
  });
}

/** What {@link explainDifference} compares. */
export interface Comparison {
  readonly page: Page;
  readonly name: string;
  readonly actual: Buffer;
  readonly expected: Buffer;
  /** Where the expected picture is kept; left out: it is written beside the actual one. */
  readonly expectedFile?: string | undefined;
  /** Which share of the pixels may differ. */
  readonly tolerance: number;
}

/** Returns what differs between two pictures, with files to look at; `undefined` where it is within the tolerance. */
export async function explainDifference(comparison: Comparison): Promise<string | undefined> {
  const { page, name, actual, expected, tolerance } = comparison;
  const { differing, total, picture } = await compareImages(page, actual, expected);
  const files = { actual: path.join(failures, `${name}.actual.png`), diff: path.join(failures, `${name}.diff.png`) };
  const expectedFile = comparison.expectedFile ?? path.join(failures, `${name}.expected.png`);
  if (differing <= total * tolerance) {
    await Promise.all(Object.values(files).map((file) => rm(file, { force: true })));
    return undefined;
  }
  await mkdir(failures, { recursive: true });
  await Promise.all([writeFile(files.actual, actual), writeFile(files.diff, picture)]);
  if (comparison.expectedFile === undefined) await writeFile(expectedFile, expected);
  return [
    `${differing} of ${total} pixels differ (${((100 * differing) / total).toFixed(2)} %, at most ${tolerance * 100} % may):`,
    `  actual:   ${files.actual}`,
    `  expected: ${expectedFile}`,
    `  diff:     ${files.diff}`,
    '  If it is meant: npm run images -- --update',
  ].join('\n');
}

// A picture that is the same within the tolerance is left alone: the history holds no noise.
async function writeUnlessSame(page: Page, file: string, actual: Buffer): Promise<void> {
  if (existsSync(file)) {
    const { differing } = await compareImages(page, actual, await readFile(file));
    if (differing === 0) return;
  }
  await mkdir(baselines, { recursive: true });
  await writeFile(file, actual);
}
