import type { Evaluation } from './Evaluation.ts';
import { hashLabels } from './hashLabels.ts';
import type { Scope } from './Scope.ts';
import { sortInTurns } from './sortInTurns.ts';
import { blankGaps, isPresent, type Series } from './values.ts';

/** Keeps of each series the samples that were chosen. */
async function keepChosen(
  { evaluation }: Scope,
  series: readonly Series[],
  chosen: readonly (Uint8Array | undefined)[],
): Promise<Series[]> {
  const kept: Series[] = [];
  for (const [index, one] of series.entries()) {
    const present = chosen[index];
    const pause = evaluation.tick(present === undefined ? 10 : one.values.length + 150);
    if (pause !== undefined) await pause;
    if (present === undefined) continue;
    kept.push({ ...one, values: blankGaps(one.values.slice(), present), present });
  }
  return kept;
}

/** Chooses samples step by step. */
async function choose(
  { evaluation, grid }: Scope,
  series: readonly Series[],
  pick: (step: number) => Iterable<number> | Promise<Iterable<number>>,
): Promise<readonly (Uint8Array | undefined)[]> {
  const chosen: (Uint8Array | undefined)[] = series.map(() => undefined);
  for (let step = 0; step < grid.count; step += 1) {
    const picked = pick(step);
    for (const index of picked instanceof Promise ? await picked : picked) {
      let present = chosen[index];
      if (present === undefined) {
        present = new Uint8Array(grid.count);
        chosen[index] = present;
      }
      present[step] = 1;
    }
    const pause = evaluation.tick(series.length * 2);
    if (pause !== undefined) await pause;
  }
  return chosen;
}

/** Returns the indexes of the series that have a sample. */
function presentAt(series: readonly Series[], step: number): number[] {
  const indexes: number[] = [];
  for (let index = 0; index < series.length; index += 1) {
    const one = series[index];
    if (one !== undefined && isPresent(one, step)) indexes.push(index);
  }
  return indexes;
}

/** Orders values with NaN at the end, whichever way. */
export function compareValues(a: number, b: number, isDescending: boolean): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return isDescending ? b - a || 0 : a - b || 0;
}

/** Finds the largest or smallest of the values at a step. */
class Ranking {
  readonly #series: readonly Series[];
  readonly #isTop: boolean;
  /** The values of the step at hand. */
  readonly #values: Float64Array;

  constructor(series: readonly Series[], isTop: boolean) {
    this.#series = series;
    this.#isTop = isTop;
    this.#values = new Float64Array(series.length);
  }

  /** Of equal values, those that stand first come first. */
  readonly #order = (a: number, b: number): number =>
    compareValues(this.#values[a] as number, this.#values[b] as number, this.#isTop) || a - b;

  /** Puts an item into a list of the first ones, which holds no more than `amount`. */
  #insert(first: number[], amount: number, item: number): void {
    if (first.length === amount) {
      if (this.#order(item, first[amount - 1] as number) >= 0) return;
      first.pop();
    }
    let low = 0;
    for (let high = first.length; low < high; ) {
      const middle = (low + high) >>> 1;
      if (this.#order(item, first[middle] as number) < 0) high = middle;
      else low = middle + 1;
    }
    first.splice(low, 0, item);
  }

  /** Returns the indexes of the first series in order, no more than `amount`. */
  firstAt(evaluation: Evaluation, step: number, amount: number): readonly number[] | Promise<readonly number[]> {
    if (amount === 0) return [];
    // A few are found sooner by going through the items once than by sorting them all.
    if (amount <= 100) return this.#fewAt(step, amount);
    const items = presentAt(this.#series, step);
    for (const index of items) this.#values[index] = this.#series[index]?.values[step] as number;
    return sortInTurns(evaluation, items, this.#order).then((sorted) => sorted.slice(0, amount));
  }

  #fewAt(step: number, amount: number): readonly number[] {
    const [series, values, isTop] = [this.#series, this.#values, this.#isTop];
    const first: number[] = [];
    let last = Number.NaN;
    for (let index = 0; index < series.length; index += 1) {
      const one = series[index] as Series;
      if (!isPresent(one, step)) continue;
      const value = one.values[step] as number;
      if (first.length === amount && (isTop ? value <= last : value >= last)) continue;
      values[index] = value;
      this.#insert(first, amount, index);
      last = values[first[first.length - 1] as number] as number;
    }
    return first;
  }
}

/** Keeps the largest or smallest samples of each step. The series of a single step come out in that order. */
export async function selectByRank(
  scope: Scope,
  series: readonly Series[],
  amounts: Float64Array,
  isTop: boolean,
): Promise<Series[]> {
  const ranking = new Ranking(series, isTop);
  const first = (step: number): readonly number[] | Promise<readonly number[]> =>
    ranking.firstAt(scope.evaluation, step, Math.max(0, Math.trunc(amounts[step] as number)));
  if (amounts.length !== 1) return keepChosen(scope, series, await choose(scope, series, first));
  return (await first(0)).flatMap((index) => series[index] ?? []);
}

/** Keeps the first samples of each step. */
export async function selectFirst(scope: Scope, series: readonly Series[], amounts: Float64Array): Promise<Series[]> {
  const chosen = await choose(scope, series, (step) =>
    presentAt(series, step).slice(0, Math.max(0, Math.trunc(amounts[step] as number))),
  );
  return keepChosen(scope, series, chosen);
}

const isInRatio = (hash: number, ratio: number): boolean => (ratio >= 0 ? hash < ratio : hash >= 1 + ratio);

/** Keeps a share of the series by a hash of their labels. A negative share is the complement of the positive one. */
export async function selectRatio(scope: Scope, series: readonly Series[], ratios: Float64Array): Promise<Series[]> {
  const hashes: number[] = [];
  for (const { labels } of series) {
    hashes.push(hashLabels(labels));
    const pause = scope.evaluation.tick(3000);
    if (pause !== undefined) await pause;
  }
  const chosen = await choose(scope, series, (step) =>
    presentAt(series, step).filter((index) => isInRatio(hashes[index] as number, ratios[step] as number)),
  );
  return keepChosen(scope, series, chosen);
}
