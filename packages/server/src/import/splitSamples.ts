import type { SampleRowColumns } from '../store/appendSamples.ts';
import type { ImportedSamples } from './ImportTarget.ts';
import type { SeriesTimes } from './SeriesTimes.ts';

/** Samples by series, those that may be there already apart. */
export interface SplitSamples {
  readonly fresh: SampleRowColumns;
  readonly late: SampleRowColumns;
}

/**
 * Puts the samples of a series together, in the order of the file, because they are read and compressed together; and
 * tells apart those whose time may be taken.
 *
 * @param ids - The number of each series in the database.
 */
export function splitSamples(samples: ImportedSamples, times: SeriesTimes, ids: readonly number[]): SplitSamples {
  times.reserve(ids.length);
  const isLate = new Uint8Array(samples.length);
  const freshStarts = new Uint32Array(ids.length + 1);
  const lateStarts = new Uint32Array(ids.length + 1);
  for (let row = 0; row < samples.length; row += 1) {
    const series = samples.series[row] ?? 0;
    const isFresh = times.note(series, samples.times[row] ?? 0);
    if (!isFresh) isLate[row] = 1;
    const starts = isFresh ? freshStarts : lateStarts;
    starts[series + 1] = (starts[series + 1] ?? 0) + 1;
  }
  return {
    fresh: gather(samples, ids, freshStarts, (row) => isLate[row] === 0),
    late: gather(samples, ids, lateStarts, (row) => isLate[row] === 1),
  };
}

/** @param counts - How many rows each series has, one place further; gets where each series begins. */
function gather(
  samples: ImportedSamples,
  ids: readonly number[],
  counts: Uint32Array,
  isWanted: (row: number) => boolean,
): SampleRowColumns {
  for (let series = 1; series < counts.length; series += 1)
    counts[series] = (counts[series] ?? 0) + (counts[series - 1] ?? 0);
  const length = counts[counts.length - 1] ?? 0;
  const columns = {
    seriesIds: new Uint32Array(length),
    times: new Float64Array(length),
    values: new Float64Array(length),
    length,
  };
  if (length === 0) return columns;
  for (let row = 0; row < samples.length; row += 1) {
    if (!isWanted(row)) continue;
    const series = samples.series[row] ?? 0;
    const to = counts[series] ?? 0;
    counts[series] = to + 1;
    columns.seriesIds[to] = ids[series] ?? 0;
    columns.times[to] = samples.times[row] ?? 0;
    columns.values[to] = samples.values[row] ?? 0;
  }
  return columns;
}
