import type { ReactElement } from 'react';
import type { VirtualCell, VirtualColumn } from '../widgets/table/virtual/VirtualColumn.ts';

const MOST_ROWS = 500;

/** What shows the data of a widget as a table. */
export interface DataTableProps {
  /** What the table is called. */
  readonly label: string;
  readonly columns: readonly VirtualColumn[];
  readonly rowCount: number;
  readonly cell: (row: number, column: number) => VirtualCell;
  readonly width: number;
  readonly height: number;
  readonly onSort: (column: number) => void;
}

/** A table of the first rows, which says how many it leaves out. */
export function PlainTable(props: DataTableProps): ReactElement {
  const { label, columns, rowCount, cell, width, height, onSort } = props;
  const shown = Math.min(rowCount, MOST_ROWS);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section className="gp-plain-table" style={{ width, height }} aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ key, title, align, sort }, index) => (
              <th key={key} scope="col" data-align={align} aria-sort={sort?.direction ?? 'none'}>
                <button type="button" className="gp-table-sort" onClick={() => onSort(index)}>
                  <bdi>{title}</bdi>
                  <span aria-hidden="true">{sort === undefined ? '' : sort.direction === 'ascending' ? '▲' : '▼'}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: shown }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <tr key={row}>
              {columns.map(({ key, align }, column) => (
                <td key={key} data-align={align}>
                  {cell(row, column).text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown < rowCount ? (
        <p className="gp-chart-note">
          Showing the first {shown} of {rowCount} rows
        </p>
      ) : null}
    </section>
  );
}
