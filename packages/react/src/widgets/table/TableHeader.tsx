import type { ReactElement } from 'react';
import type { TableColumn } from './tableModel.ts';
import type { UseTableSortResult } from './useTableSort.ts';

interface TableHeaderProps {
  readonly columns: readonly TableColumn[];
  readonly sort: UseTableSortResult;
}

/** The heads of the columns, each a button that sorts by it. */
export function TableHeader({ columns, sort }: TableHeaderProps): ReactElement {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const isSorted = column.key === sort.key;
          return (
            <th
              key={column.key}
              scope="col"
              className={column.kind === 'value' ? 'gp-table-value' : undefined}
              aria-sort={isSorted ? sort.direction : 'none'}
            >
              <button type="button" className="gp-table-sort" onClick={() => sort.sortBy(column)}>
                <bdi>{column.title}</bdi>
                <span className="gp-table-arrow" aria-hidden="true">
                  {isSorted ? (sort.direction === 'ascending' ? '▲' : '▼') : ''}
                </span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
