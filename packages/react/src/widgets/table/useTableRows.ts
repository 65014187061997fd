import { useMemo, useState } from 'react';
import { type ColumnFilter, usefulFilter } from './columnFilter.ts';
import type { TableOptions } from './TableOptions.ts';
import { createOrderKeys, filteredRows, sortedRows, type TableSort } from './tableOrder.ts';
import type { TableModel } from './useTableModel.ts';
import { type UseTableSortResult, useTableSort } from './useTableSort.ts';

/** The rows of a table as somebody sorted and filtered them. */
export interface UseTableRowsResult extends UseTableSortResult {
  /** The rows that are shown, in order. */
  readonly rows: Uint32Array;
  /** How many rows pass the filters. */
  readonly passing: number;
  readonly filters: ReadonlyMap<string, ColumnFilter>;
  readonly filterBy: (key: string, filter: ColumnFilter) => void;
}

/** Returns how the options sort a table at first. */
export function initialSorts({ columns }: TableModel, { sortBy, sortDirection }: TableOptions): readonly TableSort[] {
  const column = columns.find(({ title }) => title === sortBy);
  return column === undefined ? [] : [{ key: column.key, direction: sortDirection ?? 'descending' }];
}

/** Keeps how the rows of a table are sorted and filtered. */
export function useTableRows(model: TableModel, options: TableOptions, locale: string | undefined): UseTableRowsResult {
  const { columns, length } = model;
  const sort = useTableSort(initialSorts(model, options));
  const [filters, setFilters] = useState<ReadonlyMap<string, ColumnFilter>>(new Map());
  const keysOf = useMemo(() => createOrderKeys(locale), [locale]);
  const sorted = useMemo(() => sortedRows(columns, sort.sorts, length, keysOf), [columns, sort.sorts, length, keysOf]);
  const passing = useMemo(() => filteredRows(sorted, columns, filters), [sorted, columns, filters]);
  const { maxRows = Number.POSITIVE_INFINITY } = options;
  return {
    ...sort,
    rows: passing.length > maxRows ? passing.subarray(0, maxRows) : passing,
    passing: passing.length,
    filters,
    filterBy: (key, filter) =>
      setFilters((previous) => {
        const next = new Map(previous);
        const useful = usefulFilter(filter);
        if (useful === undefined) next.delete(key);
        else next.set(key, useful);
        return next;
      }),
  };
}
