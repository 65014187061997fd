import type { Field } from '../../frame/Frame.ts';
import { lastOf } from './lastOf.ts';
import { textRanks } from './textRanks.ts';

/**
 * Returns numbers that are in the same order as the cells of a field; `NaN` for cells that have no place: gaps, `NaN`,
 * empty texts. Texts are in the order of the locale, numbers in them by value; courses by their last sample.
 *
 * @public
 */
export function orderKeys(field: Field, locale: string | undefined): Float64Array {
  switch (field.kind) {
    case 'time':
      return field.values;
    case 'number':
      // A gap's value is NaN.
      return field.values;
    case 'series':
      return Float64Array.from(field.values, (cell) => (cell === undefined ? Number.NaN : lastOf(cell.field)));
    case 'string':
      return textRanks(field.values, locale);
  }
}

/**
 * One of the columns that rows are ordered by.
 *
 * @public
 */
export interface OrderColumn {
  readonly keys: Float64Array;
  readonly isDescending: boolean;
}

/**
 * Returns the rows in order: by the first column, and where that has equal keys by the next; otherwise as they were.
 * Keys that are `NaN` come last in both directions.
 *
 * @public
 */
export function orderRows(columns: readonly OrderColumn[], length: number): Uint32Array {
  let rows: Uint32Array = new Uint32Array(length);
  for (let row = 0; row < length; row += 1) rows[row] = row;
  // Stable, so the last column goes first.
  for (const column of [...columns].reverse()) rows = orderBy(rows, column);
  return rows;
}

function orderBy(rows: Uint32Array, { keys, isDescending }: OrderColumn): Uint32Array {
  const ordered = new Uint32Array(rows.length);
  const directed = new Float64Array(rows.length);
  let count = 0;
  let missing = rows.length;
  for (const row of rows) {
    const key = keys[row] ?? Number.NaN;
    if (Number.isNaN(key)) continue;
    ordered[count] = row;
    count += 1;
  }
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at] ?? 0;
    if (!Number.isNaN(keys[row] ?? Number.NaN)) continue;
    missing -= 1;
    ordered[missing] = row;
  }
  for (const row of rows) directed[row] = isDescending ? -(keys[row] ?? 0) : (keys[row] ?? 0);
  mergeSort(ordered, directed, count);
  return ordered;
}

/** Sorts the first `count` rows by their keys, in passes that merge runs of doubling length: stable, and without calling back. */
function mergeSort(rows: Uint32Array, keys: Float64Array, count: number): void {
  let [from, to]: [Uint32Array, Uint32Array] = [rows, new Uint32Array(rows.length)];
  for (let width = 1; width < count; width *= 2) {
    for (let start = 0; start < count; start += width * 2) {
      mergeRuns({ from, to, keys }, start, Math.min(start + width, count), Math.min(start + width * 2, count));
    }
    [from, to] = [to, from];
  }
  if (from !== rows) rows.set(from.subarray(0, count));
}

interface Merge {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly keys: Float64Array;
}

function mergeRuns({ from, to, keys }: Merge, start: number, middle: number, end: number): void {
  let [left, right] = [start, middle];
  for (let at = start; at < end; at += 1) {
    const [a, b] = [from[left] as number, from[right] as number];
    const isLeft = left < middle && (right >= end || (keys[a] as number) <= (keys[b] as number));
    to[at] = isLeft ? a : b;
    if (isLeft) left += 1;
    else right += 1;
  }
}
