import { type DuckDBConnection, LIST, listValue, VARCHAR } from '@duckdb/node-api';
import type { Labels } from '@glasspane/promql';
import { type LogStream, StreamCatalog, sortedLabels } from './StreamCatalog.ts';

// `seq` keeps lines of one moment in the order in which they came.
const STATEMENTS = [
  'CREATE TABLE IF NOT EXISTS log_streams (id UINTEGER NOT NULL, labels VARCHAR NOT NULL)',
  `CREATE TABLE IF NOT EXISTS log_entries (
    stream_id UINTEGER NOT NULL, time_ns BIGINT NOT NULL, seq BIGINT NOT NULL, line VARCHAR NOT NULL, metadata VARCHAR
  )`,
];

/** What the tables held when they were opened. */
export interface LoadedLogs {
  readonly catalog: StreamCatalog;
  readonly lastSeq: bigint;
}

/** Makes the tables where they are missing, and reads what is kept in memory. */
export async function loadLogTables(connection: DuckDBConnection): Promise<LoadedLogs> {
  for (const statement of STATEMENTS) await connection.run(statement);
  const catalog = new StreamCatalog();
  const streams = await connection.runAndReadAll('SELECT id, labels FROM log_streams');
  for (const [id, labels] of streams.getRows()) {
    catalog.add({ id: Number(id), labels: sortedLabels(JSON.parse(String(labels)) as Labels) });
  }
  const [last] = (await connection.runAndReadAll('SELECT max(seq) FROM log_entries')).getRows();
  return { catalog, lastSeq: BigInt(String(last?.[0] ?? 0)) };
}

/** One line on its way into the database. */
export interface LogRow {
  readonly stream: LogStream;
  readonly timeNs: bigint;
  readonly seq: bigint;
  readonly line: string;
  readonly metadata: Labels | undefined;
}

/**
 * Writes rows, in the caller's transaction. A line that its stream has already, at the same time, is left out.
 *
 * @returns the numbers (`seq`) of the rows that were written.
 */
export async function insertLogRows(
  connection: DuckDBConnection,
  streams: readonly LogStream[],
  rows: readonly LogRow[],
): Promise<ReadonlySet<bigint>> {
  if (streams.length > 0) {
    await connection.run(
      'INSERT INTO log_streams SELECT unnest($1)::UINTEGER, unnest($2)',
      [listValue(streams.map(({ id }) => String(id))), listValue(streams.map(({ labels }) => JSON.stringify(labels)))],
      [LIST(VARCHAR), LIST(VARCHAR)],
    );
  }
  if (rows.length === 0) return new Set();
  const times = rows.map(({ timeNs }) => timeNs);
  const [from, to] = [times.reduce((a, b) => (a < b ? a : b)), times.reduce((a, b) => (a > b ? a : b))];
  const texts = LIST(VARCHAR);
  // The bounds let the database skip what it holds of other times.
  const result = await connection.runAndReadAll(
    `INSERT INTO log_entries
     SELECT stream_id, time_ns, seq, line, metadata FROM (
       SELECT unnest($1)::UINTEGER AS stream_id, unnest($2)::BIGINT AS time_ns, unnest($3)::BIGINT AS seq,
         unnest($4) AS line, unnest($5) AS metadata
     ) AS given
     WHERE NOT EXISTS (
       SELECT 1 FROM log_entries AS known
       WHERE known.time_ns BETWEEN ${from} AND ${to} AND known.stream_id = given.stream_id
         AND known.time_ns = given.time_ns AND known.line = given.line
     )
     ORDER BY seq
     RETURNING seq`,
    [
      listValue(rows.map(({ stream }) => String(stream.id))),
      listValue(rows.map(({ timeNs }) => String(timeNs))),
      listValue(rows.map(({ seq }) => String(seq))),
      listValue(rows.map(({ line }) => line)),
      listValue(rows.map(({ metadata }) => (metadata === undefined ? null : JSON.stringify(metadata)))),
    ],
    [texts, texts, texts, texts, texts],
  );
  return new Set(result.getRows().map(([seq]) => BigInt(String(seq))));
}

/** Removes the lines before a time, and the streams that have no other, in the caller's transaction. */
export async function removeLogsBefore(
  connection: DuckDBConnection,
  cutoffNs: bigint,
): Promise<{ readonly lineCount: number; readonly streamIds: readonly number[] }> {
  const removed = await connection.run(`DELETE FROM log_entries WHERE time_ns < ${cutoffNs}`);
  const gone = await connection.runAndReadAll(
    'DELETE FROM log_streams WHERE id NOT IN (SELECT stream_id FROM log_entries) RETURNING id',
  );
  return { lineCount: removed.rowsChanged, streamIds: gone.getRows().map(([id]) => Number(id)) };
}
