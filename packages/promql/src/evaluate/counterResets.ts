import { firstAfter } from './readSamples.ts';
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

/** The resets of a counter, found as its windows come by, in order. */
export class CounterResets {
  readonly #samples: Samples;
  readonly #hasStarts: boolean;
  readonly #places: number[] = [];
  #next = 0;
  #scanned = 0;

  constructor(samples: Samples) {
    this.#samples = samples;
    this.#hasStarts = samples.startTimes !== undefined;
  }

  /** Returns what the resets between the samples `from` to `to` (exclusive) have taken from the counter. */
  lostWithin(from: number, to: number): number {
    const first = Math.max(from + 1, this.#scanned);
    if (first < to) this.#scan(first, to);
    const { values } = this.#samples;
    const places = this.#places;
    while (this.#next < places.length && (places[this.#next] as number) <= from) this.#next += 1;
    let lost = 0;
    for (let at = this.#next; at < places.length && (places[at] as number) < to; at += 1) {
      lost += values[(places[at] as number) - 1] as number;
    }
    return lost;
  }

  #scan(first: number, to: number): void {
    const { values } = this.#samples;
    const hasStarts = this.#hasStarts;
    let previous = values[first - 1] as number;
    for (let index = first; index < to; index += 1) {
      const current = values[index] as number;
      if (current < previous || (hasStarts && isRestarted(this.#samples, index))) this.#places.push(index);
      previous = current;
    }
    this.#scanned = to;
  }
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
      // Of the windows with the sample the first one reaches back farthest.
      const timeMs = times[index] as number;
      const after = firstAfter(ends, timeMs);
      const endMs = ends[after - 1] === timeMs ? timeMs : ends[after];
      return endMs !== undefined && previousMs > endMs - rangeMs;
    }) === true
  );
}
