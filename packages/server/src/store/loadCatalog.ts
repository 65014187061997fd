import type { DuckDBConnection } from '@duckdb/node-api';
import type { MetricDescriptor } from '@glasspane/core';
import type { Head } from './Head.ts';
import { type LoadTarget, loadSlice } from './loadSlice.ts';
import { planSlices } from './planSlices.ts';
import { createSeries, noteTime, type SeriesCatalog } from './SeriesCatalog.ts';

/** Reads which series there are. */
export async function loadSeries(connection: DuckDBConnection, catalog: SeriesCatalog, head: Head): Promise<void> {
  const result = await connection.runAndReadAll('SELECT id, labels FROM series ORDER BY id');
  for (const [id, labels] of result.getRows()) {
    if (typeof id === 'number' && typeof labels === 'string')
      catalog.add(createSeries(id, head.refFor(JSON.parse(labels))));
  }
}

/** Reads what is known of the metrics. */
export async function loadMetadata(connection: DuckDBConnection): Promise<Map<string, MetricDescriptor>> {
  const result = await connection.runAndReadAll('SELECT name, descriptor FROM metadata');
  const metadata = new Map<string, MetricDescriptor>();
  for (const [name, descriptor] of result.getRows()) {
    if (typeof name === 'string' && typeof descriptor === 'string') metadata.set(name, JSON.parse(descriptor));
  }
  return metadata;
}

/** Reads the samples from the start of the head on into it. */
export async function loadHead(target: LoadTarget): Promise<void> {
  const everything = {
    fromMs: target.head.startMs,
    beforeMs: Number.MAX_SAFE_INTEGER,
    maxRows: Number.POSITIVE_INFINITY,
  };
  const plan = await target.database.read((connection) => planSlices(connection, everything));
  for (const slice of plan.slices) await loadSlice(target, slice, plan);
}

/** Reads from when to when each series has samples. It looks at every row, so nothing urgent waits for it. */
export async function loadTimes(connection: DuckDBConnection, catalog: SeriesCatalog): Promise<void> {
  const result = await connection.runAndReadAll(
    'SELECT series_id, min(time)::DOUBLE, max(time)::DOUBLE FROM samples GROUP BY series_id',
  );
  for (const [id, firstMs, lastMs] of result.getRows()) {
    const series = typeof id === 'number' ? catalog.byId(id) : undefined;
    if (series === undefined || typeof firstMs !== 'number' || typeof lastMs !== 'number') continue;
    noteTime(series, firstMs);
    noteTime(series, lastMs);
  }
  catalog.markHistoryKnown();
}
