import type { Field } from '@glasspane/core';
import { orderKeys, orderRows } from '@glasspane/core/transform';
import { type ColumnFilter, filterTest } from './columnFilter.ts';
import type { TableColumn } from './tableColumns.ts';

/** One of the columns that a table is sorted by. */
export interface TableSort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

/** Returns all rows in order; those with equal values keep theirs, those without a value come last. */
export function sortedRows(
  columns: readonly TableColumn[],
  sorts: readonly TableSort[],
  length: number,
  keysOf: (field: Field) => Float64Array,
): Uint32Array {
  const chosen = sorts.flatMap(({ key, direction }) => {
    const column = columns.find((one) => one.key === key);
    return column === undefined ? [] : [{ keys: keysOf(column.field), isDescending: direction === 'descending' }];
  });
  return orderRows(chosen, length);
}

/**
 * Returns a function that gives what a column is sorted by, and makes it once for each column: texts take long, and are
 * sorted in both directions.
 */
export function createOrderKeys(locale: string | undefined): (field: Field) => Float64Array {
  const known = new WeakMap<Field, Float64Array>();
  return (field) => {
    const keys = known.get(field) ?? orderKeys(field, locale);
    known.set(field, keys);
    return keys;
  };
}

/** Returns the rows, in the same order, that all filters let pass. */
export function filteredRows(
  rows: Uint32Array,
  columns: readonly TableColumn[],
  filters: ReadonlyMap<string, ColumnFilter>,
): Uint32Array {
  const tests = columns.flatMap((column) => {
    const filter = filters.get(column.key);
    return filter === undefined ? [] : [filterTest(column.field, filter)];
  });
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}
