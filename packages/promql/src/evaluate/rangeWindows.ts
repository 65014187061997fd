import type { SampleSeries } from '../source/SampleSource.ts';
import type { Grid } from './Grid.ts';
import { labelSetOf } from './labelSetOf.ts';
import type { Samples, Series } from './values.ts';

/** Returns the samples of a series without its staleness markers: ranges do not see them. */
export function withoutStale(series: SampleSeries): Samples {
  const { times, values, stale, startTimes } = series;
  const labels = labelSetOf(series);
  if (stale === undefined || !stale.includes(1)) return { labels, times, values, startTimes, isNameDropped: false };
  let count = 0;
  for (let index = 0; index < times.length; index += 1) count += stale[index] === 1 ? 0 : 1;
  const kept = (column: Float64Array): Float64Array => {
    const rest = new Float64Array(count);
    let at = 0;
    for (let index = 0; at < count; index += 1) {
      if (stale[index] === 1) continue;
      rest[at] = column[index] as number;
      at += 1;
    }
    return rest;
  };
  return {
    labels,
    times: kept(times),
    values: kept(values),
    startTimes: startTimes === undefined ? undefined : kept(startTimes),
    isNameDropped: false,
  };
}

/**
 * Returns the samples that a subquery's inner vector stands for.
 *
 * @param times - The times of its grid.
 */
export function samplesOf({ labels, values, present, isNameDropped }: Series, times: Float64Array): Samples {
  if (present === undefined) return { labels, times, values, isNameDropped };
  const keptTimes = new Float64Array(times.length);
  const kept = new Float64Array(times.length);
  let count = 0;
  for (let step = 0; step < times.length; step += 1) {
    if (present[step] !== 1) continue;
    keptTimes[count] = times[step] as number;
    kept[count] = values[step] as number;
    count += 1;
  }
  return { labels, times: keptTimes.subarray(0, count), values: kept.subarray(0, count), isNameDropped };
}

/** Returns the windows' ends for the steps of a grid; one only when they all share a fixed time. */
export function windowEnds(grid: Grid, fixedMs: number | undefined, offsetMs: number): Float64Array {
  if (fixedMs !== undefined) return Float64Array.of(fixedMs - offsetMs);
  const ends = new Float64Array(grid.count);
  for (let step = 0; step < ends.length; step += 1) ends[step] = grid.startMs + step * grid.stepMs - offsetMs;
  return ends;
}
