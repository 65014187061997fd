import { hashLabels } from './hashLabels.ts';
import type { Scope } from './Scope.ts';
import { isPresent, type Series } from './values.ts';

/** Keeps of each series the samples that were chosen. */
async function keepChosen(
  scope: Scope,
  series: readonly Series[],
  chosen: readonly (Uint8Array | undefined)[],
): Promise<Series[]> {
  const kept: Series[] = [];
  for (const [index, one] of series.entries()) {
    const present = chosen[index];
    if (present === undefined) continue;
    const values = one.values.map((value, step) => (present[step] === 1 ? value : Number.NaN));
    kept.push({ ...one, values, present });
    const pause = scope.evaluation.tick(values.length);
    if (pause !== undefined) await pause;
  }
  return kept;
}

/** Chooses samples step by step. */
async function choose(
  scope: Scope,
  series: readonly Series[],
  pick: (step: number) => Iterable<number>,
): Promise<Series[]> {
  const steps = scope.grid.count;
  const chosen: (Uint8Array | undefined)[] = series.map(() => undefined);
  for (let step = 0; step < steps; step += 1) {
    for (const index of pick(step)) {
      const present = chosen[index] ?? new Uint8Array(steps);
      present[step] = 1;
      chosen[index] = present;
    }
    const pause = scope.evaluation.tick(series.length * 4);
    if (pause !== undefined) await pause;
  }
  return keepChosen(scope, series, chosen);
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

/** Returns the first of the items in an order; of equal ones, those that stand first. */
function firstInOrder(items: readonly number[], amount: number, order: (a: number, b: number) => number): number[] {
  // A few are found faster by going through the items once than by sorting them all.
  if (amount > 20 || amount >= items.length) return [...items].sort(order).slice(0, amount);
  const first: number[] = [];
  for (const item of items) {
    const last = first.at(-1);
    if (first.length === amount && (last === undefined || order(item, last) >= 0)) continue;
    if (first.length === amount) first.pop();
    let place = first.length;
    while (place > 0 && order(item, first[place - 1] as number) < 0) place -= 1;
    first.splice(place, 0, item);
  }
  return first;
}

/** Keeps the largest or smallest samples of each step. The series of a single step come out in that order. */
export async function selectByRank(
  scope: Scope,
  series: readonly Series[],
  amounts: Float64Array,
  isTop: boolean,
): Promise<Series[]> {
  const rank = (step: number): number[] => {
    const amount = Math.max(0, Math.trunc(amounts[step] as number));
    const order = (a: number, b: number): number =>
      compareValues(series[a]?.values[step] ?? 0, series[b]?.values[step] ?? 0, isTop);
    return firstInOrder(presentAt(series, step), amount, order);
  };
  if (amounts.length !== 1) return choose(scope, series, rank);
  return rank(0).flatMap((index) => series[index] ?? []);
}

/** Keeps the first samples of each step. */
export function selectFirst(scope: Scope, series: readonly Series[], amounts: Float64Array): Promise<Series[]> {
  return choose(scope, series, (step) =>
    presentAt(series, step).slice(0, Math.max(0, Math.trunc(amounts[step] as number))),
  );
}

const isInRatio = (hash: number, ratio: number): boolean => (ratio >= 0 ? hash < ratio : hash >= 1 + ratio);

/** Keeps a share of the series by a hash of their labels. A negative share is the complement of the positive one. */
export function selectRatio(scope: Scope, series: readonly Series[], ratios: Float64Array): Promise<Series[]> {
  const hashes = series.map(({ labels }) => hashLabels(labels));
  return choose(scope, series, (step) =>
    presentAt(series, step).filter((index) => isInRatio(hashes[index] as number, ratios[step] as number)),
  );
}
