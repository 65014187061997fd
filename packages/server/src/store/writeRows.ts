import { type DuckDBAppender, type DuckDBConnection, LIST, listValue, VARCHAR } from '@duckdb/node-api';
import type { MetricDescriptor } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';
import { appendSamples, type SampleRowColumns } from './appendSamples.ts';

/** What one transaction writes. */
export interface Rows {
  readonly series: readonly { readonly id: number; readonly labels: Labels }[];
  readonly samples: SampleRowColumns;
  readonly metadata: readonly MetricDescriptor[];
}

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
    if (rows.metadata.length > 0) await writeMetadata(connection, rows.metadata);
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

/** Writes all descriptors in one statement: one each would take longer than the samples that come with them. */
async function writeMetadata(connection: DuckDBConnection, metadata: readonly MetricDescriptor[]): Promise<void> {
  const texts = LIST(VARCHAR);
  await connection.run(
    'INSERT OR REPLACE INTO metadata SELECT unnest($1), unnest($2)',
    [listValue(metadata.map(({ name }) => name)), listValue(metadata.map((descriptor) => JSON.stringify(descriptor)))],
    [texts, texts],
  );
}
