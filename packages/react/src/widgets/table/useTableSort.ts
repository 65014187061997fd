import { useState } from 'react';
import type { TableColumn } from './tableModel.ts';

/** Which column a table is sorted by, and what changes it. */
export interface UseTableSortResult {
  /** The key of the column; left out: the rows stay as they came. */
  readonly key: string | undefined;
  readonly direction: 'ascending' | 'descending';
  /** Sorts by this column, or the other way round where it is the one already. */
  readonly sortBy: (column: TableColumn) => void;
}

/** Keeps how a table is sorted. Values begin with the largest, texts with the first of the alphabet. */
export function useTableSort(
  initialKey: string | undefined,
  initialDirection: 'ascending' | 'descending',
): UseTableSortResult {
  const [sort, setSort] = useState({ key: initialKey, direction: initialDirection });
  return {
    ...sort,
    sortBy: ({ key, kind }) =>
      setSort((previous) => {
        const first = kind === 'value' ? 'descending' : 'ascending';
        const other = previous.direction === 'ascending' ? 'descending' : 'ascending';
        return { key, direction: previous.key === key ? other : first };
      }),
  };
}
