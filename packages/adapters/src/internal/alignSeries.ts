import type { Labels } from '@glasspane/promql/syntax';
import type { ResultSeries } from './seriesFrame.ts';

/** A series whose samples have times of their own. */
export interface TimedSeries {
  readonly labels: Labels;
  /** Milliseconds since the epoch, increasing. */
  readonly times: Float64Array;
  readonly values: Float64Array;
}

/** Puts series on the times of all of them, with gaps where a series has no sample. */
export function alignSeries(series: readonly TimedSeries[]): {
  readonly times: Float64Array;
  readonly series: readonly ResultSeries[];
} {
  const all = new Set<number>();
  for (const one of series) for (const timeMs of one.times) all.add(timeMs);
  const times = Float64Array.from(all).sort();
  const rowOf = new Map(Array.from(times, (timeMs, row) => [timeMs, row]));
  return { times, series: series.map((one) => alignOne(one, rowOf)) };
}

function alignOne({ labels, times, values }: TimedSeries, rowOf: ReadonlyMap<number, number>): ResultSeries {
  const isAligned = times.length === rowOf.size && times.every((timeMs, at) => rowOf.get(timeMs) === at);
  if (isAligned) return { labels, values };
  const aligned = new Float64Array(rowOf.size).fill(Number.NaN);
  const gaps = new Uint8Array(rowOf.size).fill(1);
  for (const [at, timeMs] of times.entries()) {
    const row = rowOf.get(timeMs);
    if (row === undefined) continue;
    aligned[row] = values[at] ?? Number.NaN;
    gaps[row] = 0;
  }
  return { labels, values: aligned, gaps };
}
