import {
  BIGINT,
  DOUBLE,
  type DuckDBAppender,
  DuckDBBigIntVector,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDoubleVector,
  DuckDBUIntegerVector,
  UINTEGER,
} from '@duckdb/node-api';
import type { MetricDescriptor } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';

/** What one transaction writes. */
export interface Rows {
  readonly series: readonly { readonly id: number; readonly labels: Labels }[];
  readonly samples: readonly SampleRow[];
  readonly metadata: readonly MetricDescriptor[];
}

/** One sample on its way into the database. */
export interface SampleRow {
  readonly seriesId: number;
  readonly timeMs: number;
  readonly value: number;
  readonly isStale: boolean;
}

// The most rows that a chunk can have.
const CHUNK_ROWS = 2048;

/** Writes all rows in one transaction, which is on disk when the promise resolves; nothing is kept when it rejects. */
export async function writeRows(connection: DuckDBConnection, rows: Rows): Promise<void> {
  await connection.run('BEGIN');
  try {
    if (rows.series.length > 0) {
      await withAppender(connection, 'series', (appender) => {
        for (const { id, labels } of rows.series) {
          appender.appendUInteger(id);
          appender.appendVarchar(JSON.stringify(labels));
          appender.endRow();
        }
      });
    }
    if (rows.samples.length > 0) {
      await withAppender(connection, 'samples', (appender) => appendSamples(appender, rows.samples));
    }
    for (const descriptor of rows.metadata) {
      await connection.run('INSERT OR REPLACE INTO metadata VALUES ($1, $2)', [
        descriptor.name,
        JSON.stringify(descriptor),
      ]);
    }
    await connection.run('COMMIT');
  } catch (error) {
    // A commit that failed has ended the transaction already, and then there is nothing to roll back.
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function withAppender(
  connection: DuckDBConnection,
  table: string,
  fill: (appender: DuckDBAppender) => void,
): Promise<void> {
  const appender = await connection.createAppender(table);
  try {
    fill(appender);
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}

function appendSamples(appender: DuckDBAppender, samples: readonly SampleRow[]): void {
  for (let from = 0; from < samples.length; from += CHUNK_ROWS) {
    const part = samples.slice(from, from + CHUNK_ROWS);
    const chunk = DuckDBDataChunk.create([UINTEGER, BIGINT, DOUBLE], part.length);
    const [ids, times, values] = [chunk.getColumnVector(0), chunk.getColumnVector(1), chunk.getColumnVector(2)];
    if (
      !(
        ids instanceof DuckDBUIntegerVector &&
        times instanceof DuckDBBigIntVector &&
        values instanceof DuckDBDoubleVector
      )
    ) {
      throw new TypeError('the database made columns of unexpected types');
    }
    for (const [row, { seriesId, timeMs, value, isStale }] of part.entries()) {
      ids.setItem(row, seriesId);
      times.setItem(row, BigInt(timeMs));
      values.setItem(row, isStale ? null : value);
    }
    ids.flush();
    times.flush();
    values.flush();
    appender.appendDataChunk(chunk);
  }
}
