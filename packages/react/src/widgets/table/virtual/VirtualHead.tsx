import type { MouseEvent, ReactElement, ReactNode } from 'react';
import { gridRoles } from './gridRoles.ts';
import { type ActiveCell, cellName } from './useActiveCell.ts';
import type { VirtualColumn } from './VirtualColumn.ts';

interface VirtualHeadProps {
  readonly columns: readonly VirtualColumn[];
  readonly active: ActiveCell;
  onSort?: ((column: number, isAdded: boolean) => void) | undefined;
  renderControl?: ((column: number, props: HeadControlProps) => ReactNode) | undefined;
}

/** What makes a control in a head a part of the table's keyboard: to be spread over its button. */
export interface HeadControlProps {
  readonly tabIndex: number;
  readonly 'data-gp-cell': string;
}

/** The heads of the columns. */
export function VirtualHead({ columns, active, onSort, renderControl }: VirtualHeadProps): ReactElement {
  const partProps = (column: number, part: number): HeadControlProps => {
    const name = cellName({ row: -1, column, part });
    return { tabIndex: name === cellName(active) ? 0 : -1, 'data-gp-cell': name };
  };
  return (
    <thead {...gridRoles.rows} className="gp-sheet-head">
      <tr {...gridRoles.row} aria-rowindex={1}>
        {columns.map((column, index) => (
          <th
            key={column.key}
            {...gridRoles.head}
            scope="col"
            className="gp-sheet-cell"
            data-align={column.align}
            data-sticky={column.isSticky === true ? '' : undefined}
            aria-colindex={index + 1}
            aria-label={column.title}
            aria-sort={sortOf(column)}
          >
            {onSort === undefined ? (
              <bdi className="gp-sheet-title">{column.title}</bdi>
            ) : (
              <SortButton
                column={column}
                hasArrow={renderControl !== undefined}
                onSort={(isAdded) => onSort(index, isAdded)}
                {...partProps(index, 0)}
              />
            )}
            {renderControl?.(index, partProps(index, 1))}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Only the column that counts first says so: assistive technology expects one. */
function sortOf({ sort }: VirtualColumn): 'ascending' | 'descending' | 'none' {
  return sort === undefined || (sort.place ?? 1) > 1 ? 'none' : sort.direction;
}

interface SortButtonProps extends HeadControlProps {
  readonly column: VirtualColumn;
  /** Keeps room for the arrow, so that sorting moves nothing that stands beside it. */
  readonly hasArrow: boolean;
  onSort(isAdded: boolean): void;
}

function SortButton({ column, hasArrow, onSort, ...part }: SortButtonProps): ReactElement {
  const { title, sort } = column;
  return (
    <button
      type="button"
      className="gp-table-sort"
      title={`Sort by ${title}; with Shift, after the columns that are sorted already`}
      onClick={(event: MouseEvent) => onSort(event.shiftKey)}
      {...part}
    >
      <bdi className="gp-sheet-title">{title}</bdi>
      {sort !== undefined || hasArrow ? (
        <span className="gp-table-arrow" aria-hidden="true">
          {sort === undefined ? '' : sort.direction === 'ascending' ? '▲' : '▼'}
          {sort?.place}
        </span>
      ) : null}
      {sort?.place !== undefined && sort.place > 1 ? (
        <span className="gp-visually-hidden">
          , sorted {sort.direction}, place {sort.place}
        </span>
      ) : null}
    </button>
  );
}
