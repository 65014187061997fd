import type { HeatmapOptions } from './HeatmapOptions.ts';

/** The counts with the first and the last colour, and how those between have theirs. */
export interface CountDomain {
  readonly min: number;
  readonly max: number;
  readonly isLog: boolean;
}

/** Returns the domain of counts, at its ends what the options say. */
export function countDomain(counts: Float64Array, options: HeatmapOptions): CountDomain {
  let [smallest, largest] = [Number.POSITIVE_INFINITY, 0];
  for (const count of counts) {
    if (count > 0 && count < smallest) smallest = count;
    if (count > largest) largest = count;
  }
  const isLog = options.colorScale === 'log';
  const low = options.minCount ?? (isLog && Number.isFinite(smallest) ? smallest : 0);
  const min = isLog && low <= 0 ? Math.min(1, smallest) : low;
  const max = options.maxCount ?? largest;
  return { min, max: max > min ? max : min + 1, isLog };
}

/** Returns where a count is between the ends of its domain, 0 to 1. */
function countPosition(count: number, { min, max, isLog }: CountDomain): number {
  const position = isLog
    ? Math.log(Math.max(count, min) / min) / Math.log(max / min)
    : (Math.max(count, min) - min) / (max - min);
  return Math.min(1, Math.max(0, position));
}

/** Returns which of so many colours a count has. */
export function countLevel(count: number, domain: CountDomain, levels: number): number {
  return Math.min(levels - 1, Math.floor(countPosition(count, domain) * levels));
}
