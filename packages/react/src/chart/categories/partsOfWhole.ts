import type { Ranking } from './rankedEntries.ts';

/** Returns what can be no part of a whole and is left out, in words; nothing where that is nothing. */
export function leftOutNote({ entries, missingCount }: Ranking): string | undefined {
  const negative = entries.filter(({ value }) => value < 0).length;
  const parts = [
    ...(negative > 0 ? [`${negative} below zero`] : []),
    ...(missingCount > 0 ? [`${missingCount} without a finite value`] : []),
  ];
  return parts.length === 0 ? undefined : `${parts.join(' and ')} left out`;
}

/** Returns why there is no part at all, in words. */
export function whyNoParts({ entries, missingCount }: Ranking): string {
  if (entries.length === 0) return missingCount === 0 ? 'No data' : 'No finite value';
  const isAllZero = entries.every(({ value }) => value === 0);
  return isAllZero ? 'All values are zero' : 'No value above zero, so there are no shares';
}
