import { rowsWithin } from '../rowsWithin.ts';

/** What {@link sampleColumns} divides. */
export interface SampleColumnsOptions {
  /** Milliseconds since the epoch, not decreasing. */
  readonly times: Float64Array;
  /** The time at the left edge of the first column. */
  readonly startMs: number;
  readonly columnsPerMs: number;
  readonly columnCount: number;
}

/** Which samples fall into which of many narrow columns. Series that share their times share it. */
export interface SampleColumns {
  /** How many columns there are, empty ones included. */
  readonly columnCount: number;
  readonly columnsPerMs: number;
  /** How many columns have samples. */
  readonly count: number;
  /** The columns that have samples. */
  readonly columns: Int32Array;
  /** The first row of each of them, and at the end the row after the last. */
  readonly starts: Uint32Array;
  /** Where the first and the last sample of each stand, in columns. */
  readonly firstX: Float64Array;
  readonly lastX: Float64Array;
  /** Where the sample before all columns and the one after them stand; `NaN` where there is none. */
  readonly beforeX: number;
  readonly afterX: number;
}

/** Divides samples into columns. */
export function sampleColumns(options: SampleColumnsOptions): SampleColumns {
  const { times, startMs, columnsPerMs, columnCount } = options;
  const place = (row: number): number => ((times[row] ?? Number.NaN) - startMs) * columnsPerMs;
  const [first, end] = rowsWithin(times, startMs, startMs + columnCount / columnsPerMs);
  const room = Math.min(columnCount, end - first);
  const columns = new Int32Array(room);
  const starts = new Uint32Array(room + 1);
  const [firstX, lastX] = [new Float64Array(room), new Float64Array(room)];
  let count = 0;
  for (let row = first; row < end; ) {
    const x = place(row);
    const column = Math.min(columnCount - 1, Math.max(0, Math.floor(x)));
    const next = column === columnCount - 1 ? end : rowFrom(times, row + 1, end, startMs + (column + 1) / columnsPerMs);
    columns[count] = column;
    starts[count] = row;
    firstX[count] = x;
    lastX[count] = next - row > 1 ? place(next - 1) : x;
    count += 1;
    row = next;
  }
  starts[count] = end;
  return {
    columnCount,
    columnsPerMs,
    count,
    columns,
    starts,
    firstX,
    lastX,
    beforeX: place(first - 1),
    afterX: place(end),
  };
}

/** Returns the first row from `row` on whose time is not before the given one: it is looked for near first. */
function rowFrom(times: Float64Array, row: number, end: number, timeMs: number): number {
  let step = 1;
  let low = row;
  let high = row;
  while (high < end && (times[high] ?? 0) < timeMs) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  high = Math.min(high, end);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? 0) < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
