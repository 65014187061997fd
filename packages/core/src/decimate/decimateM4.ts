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
  // Each row is kept at most once, so this is room enough.
  const kept = new Uint32Array(Math.min(end - first, (edges.length - 1) * 4 + countBreaks(values, first, end) * 5));
  let length = 0;
  let isBroken = false;
  for (let column = 0; column + 1 < edges.length; column += 1) {
    const columnEnd = edges[column + 1] ?? end;
    let row = edges[column] ?? end;
    while (row < columnEnd) {
      if (Number.isFinite(values[row])) {
        const pieceStart = row;
        let [lowest, highest] = [row, row];
        let [low, high] = [values[row] ?? 0, values[row] ?? 0];
        for (row += 1; row < columnEnd; row += 1) {
          const value = values[row] ?? Number.NaN;
          // Zero for finite numbers only, and cheaper than asking.
          if (value - value !== 0) {
            break;
          }
          if (value < low) {
            low = value;
            lowest = row;
          } else if (value > high) {
            high = value;
            highest = row;
          }
        }
        length = keepPiece(kept, length, pieceStart, lowest, highest, row - 1);
        isBroken = false;
      } else {
        if (!isBroken) {
          kept[length] = row;
          length += 1;
          isBroken = true;
        }
        row += 1;
      }
    }
  }
  return kept.subarray(0, length);
}

function keepPiece(
  kept: Uint32Array,
  start: number,
  first: number,
  lowest: number,
  highest: number,
  last: number,
): number {
  let length = start;
  let previous = -1;
  for (const row of [first, Math.min(lowest, highest), Math.max(lowest, highest), last]) {
    if (row !== previous) {
      kept[length] = row;
      length += 1;
      previous = row;
    }
  }
  return length;
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
