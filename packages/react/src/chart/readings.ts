import type { ChartSeries } from './ChartSeries.ts';
import { nearestRow } from './rowsWithin.ts';

/** What a series was at the moment that somebody points at. */
export interface Reading {
  readonly series: ChartSeries;
  readonly value: number;
  readonly timeMs: number;
}

/** Returns the sample time of any series that is nearest to the given one, within the time range. */
export function nearestTime(
  series: readonly ChartSeries[],
  timeMs: number,
  startMs: number,
  endMs: number,
): number | undefined {
  let nearest: number | undefined;
  for (const times of new Set(series.map((one) => one.times))) {
    const time = times[nearestRow(times, Math.min(endMs, Math.max(startMs, timeMs)))];
    if (time !== undefined && time >= startMs && time <= endMs) {
      nearest = nearest === undefined || Math.abs(time - timeMs) < Math.abs(nearest - timeMs) ? time : nearest;
    }
  }
  return nearest;
}

/**
 * Returns what each series was at a moment, the largest first and `NaN` last. Series whose next sample is more than half
 * their step away, and series with a gap there, are not among them.
 */
export function readingsAt(series: readonly ChartSeries[], timeMs: number): readonly Reading[] {
  const rows = new Map<Float64Array, number>();
  const readings: Reading[] = [];
  for (const one of series) {
    const row = rows.get(one.times) ?? rowNear(one.times, timeMs);
    rows.set(one.times, row);
    const value = one.field.values[row];
    if (value !== undefined && one.field.gaps?.[row] !== 1) {
      readings.push({ series: one, value, timeMs: one.times[row] ?? timeMs });
    }
  }
  return readings.sort((a, b) => rank(b.value) - rank(a.value) || 0);
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

// Finite stand-ins, because the difference of two infinities is not a number.
function rank(value: number): number {
  if (Number.isNaN(value)) {
    return -Number.MAX_VALUE;
  }
  return Math.min(Number.MAX_VALUE / 2, Math.max(-Number.MAX_VALUE / 2, value));
}
