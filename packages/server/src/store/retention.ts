import type { DuckDBConnection } from '@duckdb/node-api';
import type { CatalogSeries, SeriesCatalog } from './SeriesCatalog.ts';

/** What retention removed. */
export interface Removed {
  readonly sampleCount: number;
  readonly seriesCount: number;
}

/** Removes the samples before a time, and the series that have no other. No write may run meanwhile. */
export async function removeBefore(
  connection: DuckDBConnection,
  catalog: SeriesCatalog,
  cutoffMs: number,
): Promise<Removed> {
  const ended = [...catalog.all()].filter(({ lastMs }) => lastMs < cutoffMs);
  await connection.run('BEGIN');
  let sampleCount: number;
  try {
    const removed = await connection.run(`DELETE FROM samples WHERE time < ${BigInt(Math.floor(cutoffMs))}`);
    sampleCount = removed.rowsChanged;
    await removeSeries(connection, ended);
    await connection.run('COMMIT');
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
  for (const series of ended) catalog.delete(series);
  for (const series of catalog.all()) series.firstMs = Math.max(series.firstMs, cutoffMs);
  return { sampleCount, seriesCount: ended.length };
}

async function removeSeries(connection: DuckDBConnection, series: readonly CatalogSeries[]): Promise<void> {
  if (series.length === 0) return;
  const ids = series.map(({ id }) => id).join();
  await connection.run(`DELETE FROM series WHERE id IN (SELECT unnest([${ids}]::UINTEGER[]))`);
}
