import type { PlotSeries } from './PlotSeries.ts';
import { nearestRow } from './rowsWithin.ts';

/** What a series was at the moment that somebody points at. */
export interface Reading {
  readonly series: PlotSeries;
  /** The value to read, as it is; what is drawn of it is `series.values[row]`. */
  readonly value: number;
  readonly timeMs: number;
  readonly row: number;
}

/** Returns the sample time of any series that is nearest to the given one, within the time range. */
export function nearestTime(
  series: readonly Pick<PlotSeries, 'times'>[],
  timeMs: number,
  startMs: number,
  endMs: number,
): number | undefined {
  let nearest: number | undefined;
  let last: Float64Array | undefined;
  for (const { times } of series) {
    // The series of one query share their times.
    if (times === last) continue;
    last = times;
    const time = times[nearestRow(times, Math.min(endMs, Math.max(startMs, timeMs)))];
    if (time !== undefined && time >= startMs && time <= endMs) {
      nearest = nearest === undefined || Math.abs(time - timeMs) < Math.abs(nearest - timeMs) ? time : nearest;
    }
  }
  return nearest;
}

/**
 * Returns what each series was at a moment, in the order of the series. Series whose next sample is more than half their step
 * away, and series with a gap there, are not among them.
 */
export function readingsAt(series: readonly PlotSeries[], timeMs: number): readonly Reading[] {
  const readings: Reading[] = [];
  let last: Float64Array | undefined;
  let row = -1;
  for (const one of series) {
    if (one.times !== last) {
      last = one.times;
      row = rowNear(last, timeMs);
    }
    const value = one.field.values[row];
    if (value !== undefined && one.field.gaps?.[row] !== 1) {
      readings.push({ series: one, value, timeMs: one.times[row] ?? timeMs, row });
    }
  }
  return readings;
}

function rowNear(times: Float64Array, timeMs: number): number {
  const row = nearestRow(times, timeMs);
  const distance = Math.abs((times[row] ?? Number.NaN) - timeMs);
  const step = Math.max(
    (times[row] ?? 0) - (times[row - 1] ?? Number.NaN) || 0,
    (times[row + 1] ?? 0) - (times[row] ?? 0) || 0,
  );
  return distance <= step / 2 || distance === 0 ? row : -1;
}
