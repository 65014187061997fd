import { setImmediate as nextTurn } from 'node:timers/promises';
import { CancelledError, GlasspaneError } from '@glasspane/core';
import type { Labels, SampleSeries } from '@glasspane/promql';
import type { Database } from './database.ts';
import { type RowsRequest, readRows } from './readRows.ts';
import type { CatalogSeries, SeriesCatalog } from './SeriesCatalog.ts';

/** What to read from disk. */
export interface HistoryRequest extends Pick<RowsRequest, 'fromMs' | 'beforeMs'> {
  /** The series that may have samples there. */
  readonly series: readonly CatalogSeries[];
  /** More samples than this are refused. */
  readonly maxSamples: number;
}

// The list of numbers is part of the statement: beyond this, reading everything and dropping the rest is cheaper.
const MAX_LISTED_SHARE = 0.5;

/**
 * Reads samples from disk, beside the event loop.
 *
 * @throws {@link GlasspaneError} With code `too_many_samples`.
 * @throws {@link CancelledError} When the signal is aborted; the database stops working on it at once.
 */
export async function readHistory(
  database: Database,
  catalog: SeriesCatalog,
  { series, fromMs, beforeMs, maxSamples }: HistoryRequest,
  signal: AbortSignal | undefined,
): Promise<SampleSeries[]> {
  const wanted = new Map(series.map(({ id, labels }) => [id, labels]));
  const seriesIds = wanted.size > catalog.size * MAX_LISTED_SHARE ? undefined : [...wanted.keys()];
  const rows = await database.read(async (connection) => {
    throwIfAborted(signal);
    const interrupt = (): void => connection.interrupt();
    signal?.addEventListener('abort', interrupt, { once: true });
    try {
      return await readRows(connection, { seriesIds, fromMs, beforeMs }, (count) => {
        throwIfAborted(signal);
        if (count > maxSamples) throw tooManySamples(maxSamples);
      });
    } catch (error) {
      throwIfAborted(signal);
      throw error;
    } finally {
      signal?.removeEventListener('abort', interrupt);
    }
  });
  const found: SampleSeries[] = [];
  for (const { seriesId, ...columns } of rows.spans()) {
    const labels = wanted.get(seriesId);
    if (labels !== undefined) found.push({ labels, ...columns });
  }
  return found;
}

// Copying as much takes some milliseconds.
const SAMPLES_PER_TURN = 500_000;

/** Puts the recent samples of each series behind its older ones. Both share the label objects of the catalog. */
export async function joinSeries(
  older: readonly SampleSeries[],
  recent: readonly SampleSeries[],
): Promise<SampleSeries[]> {
  const rest = new Map<Labels, SampleSeries>(recent.map((series) => [series.labels, series]));
  const joined: SampleSeries[] = [];
  const joinTimes = createTimesJoiner();
  let copied = 0;
  for (const series of older) {
    const tail = rest.get(series.labels);
    rest.delete(series.labels);
    joined.push(tail === undefined ? series : concatenate(series, tail, joinTimes(series.times, tail.times)));
    copied += series.times.length;
    if (copied < SAMPLES_PER_TURN) continue;
    copied = 0;
    await nextTurn();
  }
  return [...joined, ...rest.values()];
}

/** Series that share their times, as neighbours mostly do, share them joined as well. */
function createTimesJoiner(): (older: Float64Array, recent: Float64Array) => Float64Array {
  let last: { readonly older: Float64Array; readonly recent: Float64Array; readonly joined: Float64Array } | undefined;
  return (older, recent) => {
    if (last?.older !== older || last.recent !== recent) {
      const joined = join(new Float64Array(older.length + recent.length), older, recent, older.length);
      last = { older, recent, joined };
    }
    return last.joined;
  };
}

function concatenate(older: SampleSeries, recent: SampleSeries, times: Float64Array): SampleSeries {
  const from = older.times.length;
  const values = join(new Float64Array(times.length), older.values, recent.values, from);
  if (older.stale === undefined && recent.stale === undefined) return { labels: older.labels, times, values };
  return {
    labels: older.labels,
    times,
    values,
    stale: join(new Uint8Array(times.length), older.stale, recent.stale, from),
  };
}

function join<TArray extends Float64Array | Uint8Array>(
  to: TArray,
  older: TArray | undefined,
  recent: TArray | undefined,
  from: number,
): TArray {
  if (older !== undefined) to.set(older);
  if (recent !== undefined) to.set(recent, from);
  return to;
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new CancelledError(signal.reason);
}

function tooManySamples(limit: number): GlasspaneError {
  return new GlasspaneError(
    'too_many_samples',
    `query processing would load too many samples into memory in query execution (limit ${limit}); ask for fewer series or less time`,
  );
}
