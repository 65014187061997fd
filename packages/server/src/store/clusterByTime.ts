import type { SampleRowColumns } from './appendSamples.ts';

const CLUSTER_MS = 3_600_000;
const MAX_CLUSTERS = 4096;

/**
 * Puts the rows of an hour together, in the order they had. The database reads some hours of all series several times
 * faster when it finds long runs of rows there, and not a few of each series.
 */
export function clusterByTime(columns: SampleRowColumns): SampleRowColumns {
  const { seriesIds, times, values, stale, length } = columns;
  const clusters = clustersOf(times, length);
  if (clusters === undefined) return columns;
  const { clusterOf, starts } = clusters;
  const clustered = {
    seriesIds: new Uint32Array(length),
    times: new Float64Array(length),
    values: new Float64Array(length),
    ...(stale === undefined ? {} : { stale: new Uint8Array(length) }),
    length,
  };
  for (let row = 0; row < length; row += 1) {
    const cluster = clusterOf[row] ?? 0;
    const to = starts[cluster] ?? 0;
    starts[cluster] = to + 1;
    clustered.seriesIds[to] = seriesIds[row] ?? 0;
    clustered.times[to] = times[row] ?? 0;
    clustered.values[to] = values[row] ?? 0;
    if (stale !== undefined && clustered.stale !== undefined) clustered.stale[to] = stale[row] ?? 0;
  }
  return clustered;
}

/** Returns the cluster of each row and where each cluster begins; `undefined` where the rows are in order already. */
function clustersOf(
  times: Float64Array,
  length: number,
): { readonly clusterOf: Uint16Array; readonly starts: Uint32Array } | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < length; row += 1) {
    first = Math.min(first, times[row] ?? Number.NaN);
    last = Math.max(last, times[row] ?? Number.NaN);
  }
  const width = Math.max(CLUSTER_MS, (last - first + 1) / MAX_CLUSTERS);
  const clusterOf = new Uint16Array(length);
  const base = Math.floor(first / width);
  const starts = new Uint32Array(MAX_CLUSTERS + 2);
  let isOrdered = true;
  for (let row = 0; row < length; row += 1) {
    const cluster = Math.floor((times[row] ?? 0) / width) - base;
    clusterOf[row] = cluster;
    starts[cluster + 1] = (starts[cluster + 1] ?? 0) + 1;
    isOrdered &&= row === 0 || cluster >= (clusterOf[row - 1] ?? 0);
  }
  if (isOrdered) return undefined;
  for (let cluster = 1; cluster < starts.length; cluster += 1) {
    starts[cluster] = (starts[cluster] ?? 0) + (starts[cluster - 1] ?? 0);
  }
  return { clusterOf, starts };
}
