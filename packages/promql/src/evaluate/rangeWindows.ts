import type { SampleSeries } from '../source/SampleSource.ts';
import type { Evaluation } from './Evaluation.ts';
import type { Grid } from './Grid.ts';
import { LabelSet } from './LabelSet.ts';
import type { RangeValue, Samples, Series } from './values.ts';

/** Repeats a series of one step over all steps of a grid. */
export function broadcastSeries(series: Series, grid: Grid): Series {
  if (grid.count === series.values.length) return series;
  return { ...series, values: new Float64Array(grid.count).fill(series.values[0] ?? Number.NaN), present: undefined };
}

/** Returns the samples of a series without its staleness markers: ranges do not see them. */
export function withoutStale(series: SampleSeries): Samples {
  const { times, values, stale, startTimes } = series;
  const labels = LabelSet.from(series.labels);
  if (stale === undefined || !stale.includes(1)) return { labels, times, values, startTimes, isNameDropped: false };
  const isKept = (_: number, index: number): boolean => stale[index] !== 1;
  return {
    labels,
    times: times.filter(isKept),
    values: values.filter(isKept),
    startTimes: startTimes?.filter(isKept),
    isNameDropped: false,
  };
}

/** Returns the samples that a subquery's inner vector stands for. */
export function samplesOf(series: Series, grid: Grid): Samples {
  const { labels, values, present, isNameDropped } = series;
  const times = new Float64Array(grid.count);
  const kept = new Float64Array(grid.count);
  let count = 0;
  for (let step = 0; step < grid.count; step += 1) {
    if (present !== undefined && present[step] !== 1) continue;
    times[count] = grid.startMs + step * grid.stepMs;
    kept[count] = values[step] as number;
    count += 1;
  }
  return { labels, times: times.subarray(0, count), values: kept.subarray(0, count), isNameDropped };
}

/** Returns the windows' ends for the steps of a grid; one only when they all share a fixed time. */
export function windowEnds(grid: Grid, fixedMs: number | undefined, offsetMs: number): Float64Array {
  if (fixedMs !== undefined) return Float64Array.of(fixedMs - offsetMs);
  const ends = new Float64Array(grid.count);
  for (let step = 0; step < ends.length; step += 1) ends[step] = grid.startMs + step * grid.stepMs - offsetMs;
  return ends;
}

/** Computes one value from the samples `from` to `to` (exclusive) of a window; `step` is the step of the query. */
export type WindowFunction = (window: {
  readonly from: number;
  readonly to: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly step: number;
}) => number;

/** How {@link slide} goes over the steps. */
export interface SlideOptions {
  readonly evaluation: Evaluation;
  readonly grid: Grid;
  /** Windows with fewer samples give no value. */
  readonly minSamples: number;
  /** Whether all steps share one window, and so one value. */
  readonly isFixed: boolean;
  /** Whether the function goes through all samples of each window. */
  readonly isDear?: boolean | undefined;
}

/**
 * Slides over the samples of one series once, and gives each step the value that the function finds in its window.
 *
 * @returns The column, or `undefined` when no step has a value.
 */
export async function slide(
  samples: Samples,
  range: Pick<RangeValue, 'ends' | 'rangeMs'>,
  options: SlideOptions,
  compute: WindowFunction,
): Promise<Pick<Series, 'values' | 'present'> | undefined> {
  const { times } = samples;
  const { ends, rangeMs } = range;
  const steps = options.isFixed ? Math.min(1, options.grid.count) : options.grid.count;
  const values = new Float64Array(steps);
  const window = { from: 0, to: 0, startMs: 0, endMs: 0, step: 0 };
  let present: Uint8Array | undefined;
  let found = 0;
  for (let step = 0; step < steps; step += 1) {
    const endMs = ends.length === 1 ? (ends[0] as number) : (ends[step] as number);
    const startMs = endMs - rangeMs;
    while (window.to < times.length && (times[window.to] as number) <= endMs) window.to += 1;
    while (window.from < window.to && (times[window.from] as number) <= startMs) window.from += 1;
    if (window.to - window.from >= options.minSamples) {
      window.startMs = startMs;
      window.endMs = endMs;
      window.step = step;
      values[step] = compute(window);
      found += 1;
      if (options.isDear === true) {
        const pause = options.evaluation.tick(window.to - window.from);
        if (pause !== undefined) await pause;
      }
    } else {
      present ??= new Uint8Array(steps).fill(1);
      present[step] = 0;
      values[step] = Number.NaN;
    }
  }
  if (found === 0) return undefined;
  if (steps === options.grid.count) return { values, present };
  return { values: new Float64Array(options.grid.count).fill(values[0] ?? Number.NaN), present: undefined };
}
