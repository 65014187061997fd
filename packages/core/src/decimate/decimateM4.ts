import type { PixelColumns } from './pixelColumns.ts';

/**
 * Returns the rows that draw the same line as all rows do: of each pixel column the first, the lowest, the highest and
 * the last, in order of time, each once.
 *
 * A line breaks where a value is not finite. Each piece between two breaks is treated alone, and of each break one row,
 * whose value is not finite, is among the result, so that who draws it lifts the pen there.
 *
 * @public
 */
export function decimateM4(values: Float64Array, columns: PixelColumns): Uint32Array {
  const { edges } = columns;
  const first = edges[0] ?? 0;
  const end = edges[edges.length - 1] ?? first;
  // Each piece within a column keeps four rows, each break one, and no row is kept twice.
  const room = Math.min(end - first, (edges.length - 1) * 4 + countBreaks(values, first, end) * 5);
  const kept: RowList = { rows: new Uint32Array(room), length: 0 };
  let isBroken = false;
  for (let column = 0; column + 1 < edges.length; column += 1) {
    const columnEnd = edges[column + 1] ?? end;
    let row = edges[column] ?? end;
    while (row < columnEnd) {
      const pieceEnd = keepPiece(kept, values, row, columnEnd);
      const isBreak = pieceEnd === row;
      if (isBreak && !isBroken) {
        keep(kept, row);
      }
      isBroken = isBreak;
      row = isBreak ? row + 1 : pieceEnd;
    }
  }
  return kept.rows.subarray(0, kept.length);
}

interface RowList {
  readonly rows: Uint32Array;
  length: number;
}

/** Keeps the four rows of the piece that begins at `start`, and returns the row after it: `start` where none begins. */
function keepPiece(kept: RowList, values: Float64Array, start: number, end: number): number {
  let [lowest, highest] = [start, start];
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let row = start;
  for (; row < end; row += 1) {
    const value = values[row] ?? Number.NaN;
    // Zero for finite numbers only, and cheaper than asking.
    if (value - value !== 0) {
      break;
    }
    if (value < low) {
      low = value;
      lowest = row;
    }
    if (value > high) {
      high = value;
      highest = row;
    }
  }
  if (row > start) {
    keep(kept, start);
    keep(kept, Math.min(lowest, highest));
    keep(kept, Math.max(lowest, highest));
    keep(kept, row - 1);
  }
  return row;
}

// Rows come in order, so one that is there already is the last one.
function keep(kept: RowList, row: number): void {
  if (kept.length === 0 || kept.rows[kept.length - 1] !== row) {
    kept.rows[kept.length] = row;
    kept.length += 1;
  }
}

function countBreaks(values: Float64Array, first: number, end: number): number {
  let breaks = 0;
  for (let row = first; row < end; row += 1) {
    if (!Number.isFinite(values[row])) {
      breaks += 1;
    }
  }
  return breaks;
}
