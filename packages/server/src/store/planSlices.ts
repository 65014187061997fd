import type { DuckDBConnection } from '@duckdb/node-api';
import { countRows, type RowsRequest } from './readRows.ts';

/** A stretch of time: from a moment on, before another one. */
export type Slice = Pick<RowsRequest, 'fromMs' | 'beforeMs'>;

/** What to read next, and how much of each series that is. */
export interface SlicePlan {
  /** The newest first; each ends where the one before begins. */
  readonly slices: readonly Slice[];
  /** The rows of each series in all slices, by its number. */
  readonly rowCounts: Map<number, number>;
}

/** How much may be read. */
export interface SliceRequest extends Slice {
  readonly maxRows: number;
}

const BUCKET_MS = 60_000;
// Reading as many takes a few dozen milliseconds and megabytes.
const ROWS_PER_SLICE = 500_000;

/** Cuts the newest part of a stretch of time that has no more than so many rows into slices of some rows each. */
export async function planSlices(connection: DuckDBConnection, request: SliceRequest): Promise<SlicePlan> {
  const { fromMs, beforeMs } = request;
  const result = await connection.runAndReadAll(
    `SELECT (time // ${BUCKET_MS})::DOUBLE AS bucket, count(*)::DOUBLE FROM samples
     WHERE time >= ${fromMs} AND time < ${beforeMs} GROUP BY bucket ORDER BY bucket DESC`,
  );
  const slices = cut(
    result.getRows().map(([bucket, rows]) => ({ startMs: Number(bucket) * BUCKET_MS, rows: Number(rows) })),
    request,
  );
  const oldest = slices.at(-1);
  if (oldest === undefined) return { slices, rowCounts: new Map() };
  const { seriesIds, counts } = await countRows(connection, { fromMs: oldest.fromMs, beforeMs });
  return { slices, rowCounts: new Map(Array.from(seriesIds, (id, at) => [id, counts[at] ?? 0])) };
}

function cut(
  buckets: readonly { readonly startMs: number; readonly rows: number }[],
  { fromMs, beforeMs, maxRows }: SliceRequest,
): Slice[] {
  const slices: Slice[] = [];
  let end = beforeMs;
  let start = beforeMs;
  let rowsOfSlice = 0;
  let allRows = 0;
  const close = (startMs: number): void => {
    if (startMs < end) slices.push({ fromMs: startMs, beforeMs: end });
    end = startMs;
    rowsOfSlice = 0;
  };
  for (const { startMs, rows } of buckets) {
    if (rowsOfSlice > 0 && rowsOfSlice + rows > ROWS_PER_SLICE) close(start);
    allRows += rows;
    rowsOfSlice += rows;
    if (allRows > maxRows) {
      close(start);
      return slices;
    }
    start = Math.max(startMs, fromMs);
  }
  close(fromMs);
  return slices;
}
