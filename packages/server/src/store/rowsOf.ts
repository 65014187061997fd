import type { WritePlan } from './planWrite.ts';
import type { Rows } from './writeRows.ts';

/** Returns what a plan writes, in columns. */
export function rowsOf({ newSeries, samples, metadata }: WritePlan): Rows {
  const { length } = samples;
  const seriesIds = new Uint32Array(length);
  const times = new Float64Array(length);
  const values = new Float64Array(length);
  const stale = new Uint8Array(length);
  for (const [row, { series, sample }] of samples.entries()) {
    seriesIds[row] = series.id;
    times[row] = sample.timeMs;
    values[row] = sample.value;
    stale[row] = sample.isStale === true ? 1 : 0;
  }
  return { series: newSeries, samples: { seriesIds, times, values, stale, length }, metadata };
}
