import { type DuckDBConnection, DuckDBDoubleVector, DuckDBUIntegerVector } from '@duckdb/node-api';

/** The rows of one series, between two rows of {@link SampleRows}. */
export interface RowSpan {
  readonly seriesId: number;
  readonly times: Float64Array;
  readonly values: Float64Array;
  /** Left out where none of the rows is a staleness marker. */
  readonly stale?: Uint8Array | undefined;
}

/**
 * Sample rows from the database in typed arrays, ordered by series and time. Of several rows for one time of a series the
 * first counts.
 */
export class SampleRows {
  readonly #times: Float64Array;
  readonly #values: Float64Array;
  readonly #stale: Uint8Array;
  #length = 0;
  /** Number and first row of each series. */
  readonly #starts: { readonly seriesId: number; readonly row: number }[] = [];

  /** Makes room for so many rows, once: moving them while they come would stop everything else. */
  constructor(capacity: number) {
    this.#times = new Float64Array(capacity);
    this.#values = new Float64Array(capacity);
    this.#stale = new Uint8Array(capacity);
  }

  /** Takes a chunk of the result of {@link readRows}'s statement. */
  push(seriesIds: DuckDBUIntegerVector, times: DuckDBDoubleVector, values: DuckDBDoubleVector): void {
    let lastId = this.#starts.at(-1)?.seriesId;
    let lastTime = this.#times[this.#length - 1];
    for (let row = 0; row < seriesIds.itemCount; row += 1) {
      const seriesId = seriesIds.getItem(row) ?? 0;
      const time = times.getItem(row) ?? Number.NaN;
      if (seriesId !== lastId) this.#starts.push({ seriesId, row: this.#length });
      else if (time === lastTime) continue;
      lastId = seriesId;
      lastTime = time;
      const value = values.getItem(row);
      this.#times[this.#length] = time;
      this.#values[this.#length] = value ?? Number.NaN;
      this.#stale[this.#length] = value === null ? 1 : 0;
      this.#length += 1;
    }
  }

  /** Returns the rows series by series, as views. */
  *spans(): Iterable<RowSpan> {
    for (const [index, { seriesId, row }] of this.#starts.entries()) {
      const end = this.#starts[index + 1]?.row ?? this.#length;
      const stale = this.#stale.subarray(row, end);
      yield {
        seriesId,
        times: this.#times.subarray(row, end),
        values: this.#values.subarray(row, end),
        ...(stale.includes(1) ? { stale } : {}),
      };
    }
  }
}

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
  { seriesIds, fromMs, beforeMs }: RowsRequest,
  check: (rowCount: number) => void,
): Promise<SampleRows> {
  const series = seriesIds === undefined ? '' : `AND series_id IN (SELECT unnest([${seriesIds.join()}]::UINTEGER[]))`;
  const selected = `FROM samples WHERE time >= ${toBigint(fromMs)} AND time < ${toBigint(beforeMs)} ${series}`;
  // In one transaction, so that what is counted is what is read. It ends with the connection.
  await connection.run('BEGIN');
  const rowCount = await countRows(connection, selected);
  check(rowCount);
  const rows = new SampleRows(rowCount);
  const result = await connection.stream(
    `SELECT series_id, time::DOUBLE, value ${selected} ORDER BY series_id, time, rowid`,
  );
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const [ids, times, values] = [chunk.getColumnVector(0), chunk.getColumnVector(1), chunk.getColumnVector(2)];
    if (
      !(
        ids instanceof DuckDBUIntegerVector &&
        times instanceof DuckDBDoubleVector &&
        values instanceof DuckDBDoubleVector
      )
    ) {
      throw new TypeError('the database returned columns of unexpected types');
    }
    rows.push(ids, times, values);
    check(rowCount);
  }
  return rows;
}

async function countRows(connection: DuckDBConnection, selected: string): Promise<number> {
  const [row] = (await connection.runAndReadAll(`SELECT count(*) ${selected}`)).getRows();
  return Number(row?.[0]);
}

// Infinities stand for "no bound"; the column is a 64-bit integer.
function toBigint(timeMs: number): bigint {
  return BigInt(Math.trunc(Math.min(Math.max(timeMs, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER)));
}
