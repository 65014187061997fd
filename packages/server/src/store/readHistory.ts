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
  let copied = 0;
  for (const series of older) {
    const tail = rest.get(series.labels);
    rest.delete(series.labels);
    joined.push(tail === undefined ? series : concatenate(series, tail));
    copied += series.times.length;
    if (copied < SAMPLES_PER_TURN) continue;
    copied = 0;
    await nextTurn();
  }
  return [...joined, ...rest.values()];
}

function concatenate(older: SampleSeries, recent: SampleSeries): SampleSeries {
  const join = <TArray extends Float64Array | Uint8Array>(to: TArray, a: TArray | undefined, b: TArray | undefined) => {
    if (a !== undefined) to.set(a);
    if (b !== undefined) to.set(b, older.times.length);
    return to;
  };
  const length = older.times.length + recent.times.length;
  const isPlain = older.stale === undefined && recent.stale === undefined;
  return {
    labels: older.labels,
    times: join(new Float64Array(length), older.times, recent.times),
    values: join(new Float64Array(length), older.values, recent.values),
    ...(isPlain ? {} : { stale: join(new Uint8Array(length), older.stale, recent.stale) }),
  };
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
