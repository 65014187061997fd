import { useCallback, useState } from 'react';
import type { TableColumn } from './tableColumns.ts';
import type { TableSort } from './tableOrder.ts';

/** Which columns a table is sorted by, and what changes them. */
export interface UseTableSortResult {
  /** The column that counts first, first; none: the rows stay as they came. */
  readonly sorts: readonly TableSort[];
  /** Sorts by this column, or the other way round where it is one already; `isAdded`: besides the ones that are. */
  readonly sortBy: (column: TableColumn, isAdded: boolean) => void;
}

/** Keeps how a table is sorted. Values begin with the largest, texts with the first of the alphabet. */
export function useTableSort(initial: readonly TableSort[]): UseTableSortResult {
  const [sorts, setSorts] = useState(initial);
  const sortBy = useCallback(
    ({ key, field }: TableColumn, isAdded: boolean) =>
      setSorts((previous) => {
        const known = previous.find((one) => one.key === key);
        const first = field.kind === 'string' ? 'ascending' : 'descending';
        const direction = known === undefined ? first : known.direction === 'ascending' ? 'descending' : 'ascending';
        const next: TableSort = { key, direction };
        if (!isAdded) return [next];
        return known === undefined ? [...previous, next] : previous.map((one) => (one === known ? next : one));
      }),
    [],
  );
  return { sorts, sortBy };
}
