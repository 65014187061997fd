/**
 * Which rows fall into which pixel column of a chart. Series that share their times share it.
 *
 * @public
 */
export interface PixelColumns {
  /** Column `c` holds the rows from `edges[c]` up to but not including `edges[c + 1]`. */
  readonly edges: Uint32Array;
}

/**
 * What {@link pixelColumns} divides.
 *
 * @public
 */
export interface PixelColumnsOptions {
  /** Milliseconds since the epoch, not decreasing. */
  readonly times: Float64Array;
  /** The time at the left edge of the first column. */
  readonly startMs: number;
  /** The time at the right edge of the last column. */
  readonly endMs: number;
  /** How many pixel columns there are, at least 1. */
  readonly columnCount: number;
}

/**
 * Returns the rows of each pixel column of a time range. One row to the left and one to the right of the range are kept,
 * in the outermost columns, so that lines run out of the plot instead of ending within it.
 *
 * @public
 */
export function pixelColumns(options: PixelColumnsOptions): PixelColumns {
  const { times, startMs, endMs } = options;
  const columnCount = Math.max(1, Math.floor(options.columnCount));
  const edges = new Uint32Array(columnCount + 1);
  const first = Math.max(0, lowerBound(times, startMs) - 1);
  const end = Math.min(times.length, upperBound(times, endMs) + 1);
  edges[0] = first;
  const columnsPerMs = columnCount / (endMs - startMs);
  let column = 0;
  for (let row = first; row < end; row += 1) {
    const at = Math.min(columnCount - 1, Math.floor(((times[row] ?? 0) - startMs) * columnsPerMs));
    while (column < at) {
      column += 1;
      edges[column] = row;
    }
  }
  edges.fill(end, column + 1);
  return { edges };
}

/** Returns the first row whose time is not before the given one. */
function lowerBound(times: Float64Array, timeMs: number): number {
  return bound(times, (time) => time < timeMs);
}

/** Returns the first row whose time is after the given one. */
function upperBound(times: Float64Array, timeMs: number): number {
  return bound(times, (time) => time <= timeMs);
}

function bound(times: Float64Array, isBefore: (time: number) => boolean): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(times[middle] ?? Number.NaN)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
