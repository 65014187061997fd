import { BIGINT, DOUBLE, type DuckDBAppender, DuckDBDataChunk, UINTEGER } from '@duckdb/node-api';
import { typedItems } from './typedItems.ts';

/** Samples in columns, by row. */
export interface SampleRowColumns {
  /** The numbers of their series in the database. */
  readonly seriesIds: Uint32Array;
  /** Milliseconds since the epoch, whole numbers. */
  readonly times: Float64Array;
  readonly values: Float64Array;
  /** 1 where the sample is a staleness marker; left out where there is none. */
  readonly stale?: Uint8Array | undefined;
  /** How many rows count; the columns may have room for more. */
  readonly length: number;
}

// The most rows that a chunk can have.
const CHUNK_ROWS = 2048;
const TWO_TO_32 = 2 ** 32;
const HIGH_LIMIT = 2 ** 31;

/** Appends rows to a table of samples. */
export function appendSamples(appender: DuckDBAppender, columns: SampleRowColumns): void {
  for (let from = 0; from < columns.length; from += CHUNK_ROWS) {
    appender.appendDataChunk(chunkOf(columns, from, Math.min(from + CHUNK_ROWS, columns.length)));
  }
}

function chunkOf({ seriesIds, times, values, stale }: SampleRowColumns, from: number, to: number): DuckDBDataChunk {
  const chunk = DuckDBDataChunk.create([UINTEGER, BIGINT, DOUBLE], to - from);
  const [idVector, timeVector, valueVector] = [0, 1, 2].map((column) => chunk.getColumnVector(column));
  if (idVector === undefined || timeVector === undefined || valueVector === undefined) {
    throw new TypeError('the database made a chunk without columns');
  }
  typedItems(idVector, Uint32Array).set(seriesIds.subarray(from, to));
  writeWholeNumbers(typedItems(timeVector, BigInt64Array), times.subarray(from, to));
  typedItems(valueVector, Float64Array).set(values.subarray(from, to));
  for (let row = from; stale !== undefined && row < to; row += 1) {
    if (stale[row] === 1) valueVector.setItem(row - from, null);
  }
  for (const vector of [idVector, timeVector, valueVector]) vector.flush();
  return chunk;
}

/** Writes the halves of each number: to make a bigint of each takes longer than all the rest. */
function writeWholeNumbers(to: BigInt64Array, numbers: Float64Array): void {
  const halves = new DataView(to.buffer, to.byteOffset, to.byteLength);
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0;
    const high = Math.floor(number / TWO_TO_32);
    if (!(high >= -HIGH_LIMIT && high < HIGH_LIMIT))
      throw new RangeError(`${number} is no time that the database can keep`);
    halves.setUint32(at * 8, number - high * TWO_TO_32, true);
    halves.setInt32(at * 8 + 4, high, true);
  }
}
