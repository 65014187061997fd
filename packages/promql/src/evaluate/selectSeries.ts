import { hashLabels } from './hashLabels.ts';
import type { LabelSet } from './LabelSet.ts';
import { isPresent, type Series } from './values.ts';

/** Keeps of each series the samples that were chosen. */
function keepChosen(series: readonly Series[], chosen: readonly (Uint8Array | undefined)[]): Series[] {
  return series.flatMap((one, index) => {
    const present = chosen[index];
    if (present === undefined) return [];
    const values = one.values.map((value, step) => (present[step] === 1 ? value : Number.NaN));
    return [{ ...one, values, present }];
  });
}

/** Chooses samples step by step. */
function choose(series: readonly Series[], steps: number, pick: (step: number) => Iterable<number>): Series[] {
  const chosen: (Uint8Array | undefined)[] = series.map(() => undefined);
  for (let step = 0; step < steps; step += 1) {
    for (const index of pick(step)) {
      const present = chosen[index] ?? new Uint8Array(steps);
      present[step] = 1;
      chosen[index] = present;
    }
  }
  return keepChosen(series, chosen);
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

/** Keeps the largest or smallest samples of each step. The series of a single step come out in that order. */
export function selectByRank(series: readonly Series[], amounts: Float64Array, isTop: boolean): Series[] {
  const rank = (step: number): number[] =>
    presentAt(series, step)
      .sort((a, b) => compareValues(series[a]?.values[step] ?? 0, series[b]?.values[step] ?? 0, isTop))
      .slice(0, Math.max(0, Math.trunc(amounts[step] as number)));
  if (amounts.length !== 1) return choose(series, amounts.length, rank);
  return rank(0).flatMap((index) => series[index] ?? []);
}

/** Keeps the first samples of each step. */
export function selectFirst(series: readonly Series[], amounts: Float64Array): Series[] {
  return choose(series, amounts.length, (step) =>
    presentAt(series, step).slice(0, Math.max(0, Math.trunc(amounts[step] as number))),
  );
}

const isInRatio = (labels: LabelSet, ratio: number): boolean => {
  const offset = hashLabels(labels);
  return ratio >= 0 ? offset < ratio : offset >= 1 + ratio;
};

/** Keeps a share of the series by a hash of their labels. A negative share is the complement of the positive one. */
export function selectRatio(series: readonly Series[], ratios: Float64Array): Series[] {
  return choose(series, ratios.length, (step) =>
    presentAt(series, step).filter((index) => {
      const labels = series[index]?.labels;
      return labels !== undefined && isInRatio(labels, ratios[step] as number);
    }),
  );
}
