import type { Evaluation } from './Evaluation.ts';

/** Maps items to the form that leaves the package, and lets others work in between. */
export async function toResults<T, U>(evaluation: Evaluation, items: readonly T[], map: (item: T) => U): Promise<U[]> {
  const results: U[] = [];
  for (const item of items) {
    results.push(map(item));
    const pause = evaluation.tick(200);
    if (pause !== undefined) await pause;
  }
  return results;
}
