import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { type RowChunk, type RowCounts, SampleRows } from './SampleRows.ts';
import { typedItems } from './typedItems.ts';

/** Which rows to read. */
export interface RowsRequest {
  /** The series, by number; left out for all. */
  readonly seriesIds?: readonly number[] | undefined;
  /** Milliseconds since the epoch, inclusive. */
  readonly fromMs: number;
  /** Milliseconds since the epoch, exclusive. */
  readonly beforeMs: number;
}

/**
 * Reads sample rows. The database works beside the event loop; only the copying of each chunk runs on it.
 *
 * @param check - Called with the number of rows before they are read, and after each chunk; what it throws ends the reading.
 */
export async function readRows(
  connection: DuckDBConnection,
  request: RowsRequest,
  check: (rowCount: number) => void,
): Promise<SampleRows> {
  // In one transaction, so that what is counted is what is read. It ends with the connection.
  await connection.run('BEGIN');
  const counts = await countRows(connection, request);
  const rowCount = counts.counts.reduce((sum, count) => sum + count, 0);
  check(rowCount);
  const rows = new SampleRows(counts);
  if (rowCount === 0) return rows;
  const read = async (wanted: RowsRequest, order: string, take: (chunk: RowChunk) => void): Promise<void> =>
    eachChunk(connection, `SELECT ${COLUMNS} ${selectionOf(wanted)} ${order}`, (chunk) => {
      check(rowCount);
      take(toRowChunk(chunk));
    });
  if (isFew(request.seriesIds)) {
    await read(request, BY_TIME, (chunk) => rows.pushOrdered(chunk));
    return rows;
  }
  await read(request, '', (chunk) => rows.push(chunk));
  // Late samples and repeated ones are few, and to sort everything for them would take most of the time.
  const seriesIds = rows.disordered;
  if (seriesIds.length === 0) return rows;
  rows.forgetDisordered();
  await read({ ...request, seriesIds }, BY_TIME, (chunk) => rows.pushOrdered(chunk));
  return rows;
}

/** Counts the rows of each series, those for the same time included. */
export async function countRows(connection: DuckDBConnection, request: RowsRequest): Promise<RowCounts> {
  const seriesIds: number[] = [];
  const counts: number[] = [];
  const sql = `SELECT series_id, count(*)::UINTEGER ${selectionOf(request)} GROUP BY series_id ORDER BY series_id`;
  await eachChunk(connection, sql, (chunk) => {
    seriesIds.push(...typedItems(chunk.getColumnVector(0), Uint32Array));
    counts.push(...typedItems(chunk.getColumnVector(1), Uint32Array));
  });
  return { seriesIds: Uint32Array.from(seriesIds), counts: Uint32Array.from(counts) };
}

// Which values are NULL is asked for as a column: the bits that say so are slow to read.
const COLUMNS = 'series_id, time::DOUBLE, value, (value IS NULL)::UTINYINT';

const BY_TIME = 'ORDER BY series_id, time, rowid';
const FEW_SERIES = 100;

function isFew(seriesIds: readonly number[] | undefined): boolean {
  return seriesIds !== undefined && seriesIds.length <= FEW_SERIES;
}

function selectionOf({ seriesIds, fromMs, beforeMs }: RowsRequest): string {
  const selection = `FROM samples WHERE time >= ${toBigint(fromMs)} AND time < ${toBigint(beforeMs)}`;
  if (seriesIds === undefined) return selection;
  // A join leaves out whole parts of the table, but it mixes up the rows; a list keeps their order.
  return isFew(seriesIds)
    ? `${selection} AND series_id IN (SELECT unnest([${seriesIds.join()}]::UINTEGER[]))`
    : `${selection} AND series_id IN (${seriesIds.join()})`;
}

/** Takes the result of a statement chunk by chunk. */
async function eachChunk(
  connection: DuckDBConnection,
  sql: string,
  take: (chunk: DuckDBDataChunk) => void,
): Promise<void> {
  const result = await connection.stream(sql);
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    take(chunk);
  }
}

function toRowChunk(chunk: DuckDBDataChunk): RowChunk {
  return {
    seriesIds: typedItems(chunk.getColumnVector(0), Uint32Array),
    times: typedItems(chunk.getColumnVector(1), Float64Array),
    values: typedItems(chunk.getColumnVector(2), Float64Array),
    stale: typedItems(chunk.getColumnVector(3), Uint8Array),
  };
}

// Infinities stand for "no bound"; the column is a 64-bit integer.
function toBigint(timeMs: number): bigint {
  return BigInt(Math.trunc(Math.min(Math.max(timeMs, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER)));
}
