import { type DuckDBAppender, type DuckDBConnection, LIST, listValue, VARCHAR } from '@duckdb/node-api';
import type { MetricDescriptor } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';
import { appendSamples, type SampleRowColumns } from './appendSamples.ts';

/** A series as its table has it. */
export interface SeriesRow {
  /** Its number in the database. */
  readonly id: number;
  readonly labels: Labels;
}

/** Writes the rows of new series. */
export async function writeSeries(connection: DuckDBConnection, series: readonly SeriesRow[]): Promise<void> {
  if (series.length === 0) return;
  await withAppender(connection, 'series', (appender) => {
    for (const { id, labels } of series) {
      appender.appendUInteger(id);
      appender.appendVarchar(JSON.stringify(labels));
      appender.endRow();
    }
  });
}

/** Writes samples into a table that has their columns. */
export async function writeSamples(
  connection: DuckDBConnection,
  table: string,
  samples: SampleRowColumns,
): Promise<void> {
  if (samples.length > 0) await withAppender(connection, table, (appender) => appendSamples(appender, samples));
}

/** Writes all descriptors in one statement: one each would take longer than the samples that come with them. */
export async function writeMetadata(
  connection: DuckDBConnection,
  metadata: readonly MetricDescriptor[],
): Promise<void> {
  if (metadata.length === 0) return;
  const texts = LIST(VARCHAR);
  await connection.run(
    'INSERT OR REPLACE INTO metadata SELECT unnest($1), unnest($2)',
    [listValue(metadata.map(({ name }) => name)), listValue(metadata.map((descriptor) => JSON.stringify(descriptor)))],
    [texts, texts],
  );
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
