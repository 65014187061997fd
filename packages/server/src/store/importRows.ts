import { BIGINT, type DuckDBConnection } from '@duckdb/node-api';
import type { MetricDescriptor } from '@glasspane/core';
import type { SampleRowColumns } from './appendSamples.ts';
import { clusterByTime } from './clusterByTime.ts';
import { type SeriesRow, writeMetadata, writeSamples, writeSeries } from './tableWrites.ts';

/** What a bulk load writes in one transaction. */
export interface ImportRows {
  readonly series: readonly SeriesRow[];
  /** Samples at times that their series surely does not have yet. */
  readonly fresh: SampleRowColumns;
  /** Samples at times that their series may have already; the first sample for a time stays. */
  readonly late: SampleRowColumns;
  readonly metadata: readonly MetricDescriptor[];
}

const INSERT_LATE = `
  INSERT INTO samples
  SELECT series_id, time, arg_min(value, rowid) FROM late
  WHERE NOT EXISTS (
    SELECT 1 FROM samples WHERE samples.series_id = late.series_id AND samples.time = late.time
    AND samples.time BETWEEN $1 AND $2
  )
  GROUP BY series_id, time ORDER BY series_id, time`;

/**
 * Writes rows within the transaction of the caller, past the head and its listeners: no store may be open on the database.
 *
 * @returns How many samples were left out because their series has one for the time.
 */
export async function importRows(connection: DuckDBConnection, rows: ImportRows): Promise<number> {
  await writeSeries(connection, rows.series);
  await writeMetadata(connection, rows.metadata);
  await writeSamples(connection, 'samples', clusterByTime(rows.fresh));
  return rows.late.length > 0 ? insertLate(connection, rows.late) : 0;
}

async function insertLate(connection: DuckDBConnection, late: SampleRowColumns): Promise<number> {
  await connection.run('CREATE TEMP TABLE late (series_id UINTEGER, time BIGINT, value DOUBLE)');
  await writeSamples(connection, 'late', late);
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < late.length; row += 1) {
    const time = late.times[row] ?? 0;
    if (time < from) from = time;
    if (time > to) to = time;
  }
  const { rowsChanged } = await connection.run(INSERT_LATE, [BigInt(from), BigInt(to)], [BIGINT, BIGINT]);
  await connection.run('DROP TABLE late');
  return late.length - rowsChanged;
}
