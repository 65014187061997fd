import type { Evaluation } from './Evaluation.ts';

// So many are sorted at a stretch.
const runLength = 500;

async function merge<T>(
  evaluation: Evaluation,
  left: readonly T[],
  right: readonly T[],
  compare: (a: T, b: T) => number,
): Promise<readonly T[]> {
  // Mostly the case where the source gives its series in order.
  if (compare(left.at(-1) as T, right[0] as T) <= 0) return left.concat(right);
  const merged: T[] = [];
  let [first, second] = [0, 0];
  while (first < left.length && second < right.length) {
    if (compare(left[first] as T, right[second] as T) <= 0) {
      merged.push(left[first] as T);
      first += 1;
    } else {
      merged.push(right[second] as T);
      second += 1;
    }
    const pause = evaluation.tick(20);
    if (pause !== undefined) await pause;
  }
  return merged.concat(left.slice(first), right.slice(second));
}

/** Returns the items sorted; equal ones keep their order. However many there are, it lets others work in between. */
export async function sortInTurns<T>(
  evaluation: Evaluation,
  items: readonly T[],
  compare: (a: T, b: T) => number,
): Promise<readonly T[]> {
  let runs: (readonly T[])[] = [];
  for (let start = 0; start < items.length; start += runLength) {
    const run = items.slice(start, start + runLength).sort(compare);
    runs.push(run);
    const pause = evaluation.tick(run.length * 200);
    if (pause !== undefined) await pause;
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let index = 0; index < runs.length; index += 2) {
      const [left = [], right] = [runs[index], runs[index + 1]];
      merged.push(right === undefined ? left : await merge(evaluation, left, right, compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}
