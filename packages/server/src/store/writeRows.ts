import type { DuckDBConnection } from '@duckdb/node-api';
import type { MetricDescriptor } from '@glasspane/core';
import type { SampleRowColumns } from './appendSamples.ts';
import { type SeriesRow, writeMetadata, writeSamples, writeSeries } from './tableWrites.ts';

/** What one transaction writes. */
export interface Rows {
  readonly series: readonly SeriesRow[];
  readonly samples: SampleRowColumns;
  readonly metadata: readonly MetricDescriptor[];
}

/** Writes all rows in one transaction, which is on disk when the promise resolves; nothing is kept when it rejects. */
export async function writeRows(connection: DuckDBConnection, rows: Rows): Promise<void> {
  await connection.run('BEGIN');
  try {
    await writeSeries(connection, rows.series);
    await writeSamples(connection, 'samples', rows.samples);
    await writeMetadata(connection, rows.metadata);
    await connection.run('COMMIT');
  } catch (error) {
    // A commit that failed has ended the transaction already, and then there is nothing to roll back.
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
