import type { RangeValue, Samples } from './values.ts';

/**
 * Returns whether the start times say that the counting began anew between two samples.
 *
 * A start right at the sample before is a reset only when that one had a start of its own, earlier: then both are
 * deltas. Otherwise it says no more than that the real start is not known.
 */
function isRestarted({ times, startTimes }: Samples, index: number): boolean {
  if (startTimes === undefined) return false;
  const [startMs = 0, previousStartMs = 0] = [startTimes[index], startTimes[index - 1]];
  const [timeMs = 0, previousMs = 0] = [times[index], times[index - 1]];
  if (startMs === 0) return false;
  if (startMs === previousMs) return previousStartMs !== 0 && previousStartMs < previousMs;
  return startMs > previousMs && startMs < timeMs;
}

/** Returns whether a counter was reset between a sample and the one before it. */
export function isReset(samples: Samples, index: number): boolean {
  const { values } = samples;
  return (values[index] as number) < (values[index - 1] as number) || isRestarted(samples, index);
}

/** Where a counter started anew, found once for a whole series. */
export interface CounterResets {
  /**
   * What the resets between the samples of a window have taken from the counter.
   *
   * Windows must come in order: the search goes on where the last one ended.
   */
  lostWithin(from: number, to: number): number;
}

const none: CounterResets = { lostWithin: () => 0 };

/** Returns the resets of a counter. */
export function findResets(samples: Samples): CounterResets {
  const { values } = samples;
  const resets: number[] = [];
  for (let index = 1; index < values.length; index += 1) if (isReset(samples, index)) resets.push(index);
  if (resets.length === 0) return none;
  let next = 0;
  return {
    lostWithin(from, to) {
      while (next < resets.length && (resets[next] as number) <= from) next += 1;
      let lost = 0;
      for (let at = next; at < resets.length && (resets[at] as number) < to; at += 1) {
        lost += values[(resets[at] as number) - 1] as number;
      }
      return lost;
    },
  };
}

/** Returns whether, within a window, a sample claims a start that lies before the sample ahead of it. */
export function hasOverlap(
  { times, startTimes }: Samples,
  { ends, rangeMs }: Pick<RangeValue, 'ends' | 'rangeMs'>,
): boolean {
  return (
    startTimes?.some((startMs, index) => {
      const previousMs = times[index - 1];
      if (previousMs === undefined || startMs === 0 || startMs >= previousMs || startMs === startTimes[index - 1])
        return false;
      return ends.some((endMs) => (times[index] as number) <= endMs && previousMs > endMs - rangeMs);
    }) === true
  );
}
