import { type ClipboardEvent, type CSSProperties, type ReactElement, type ReactNode, useRef } from 'react';

import { gridRoles } from './gridRoles.ts';
import { useActiveCell } from './useActiveCell.ts';
import { useColumnWidths } from './useColumnWidths.ts';
import { useRowWindow } from './useRowWindow.ts';
import type { VirtualCell, VirtualColumn } from './VirtualColumn.ts';
import { type HeadControlProps, VirtualHead } from './VirtualHead.tsx';
import { VirtualRow } from './VirtualRow.tsx';

/** The height of a row unless told otherwise, and of the head. */
export const ROW_HEIGHT = 28;

/** Browsers place nothing below about 16 million pixels. */
export const MOST_ROWS = 500_000;

/** Props of {@link VirtualTable}. */
export interface VirtualTableProps {
  /** What the table is called. */
  readonly label: string;
  readonly columns: readonly VirtualColumn[];
  /** At most 500,000. */
  readonly rowCount: number;
  /** Returns one cell. Keep the function as long as the data stay: what is drawn already is then left alone. */
  readonly cell: (row: number, column: number) => VirtualCell;
  readonly width: number;
  readonly height: number;
  readonly rowHeight?: number | undefined;
  /** Rows that stay in sight at the bottom. */
  readonly footer?: readonly (readonly VirtualCell[])[] | undefined;
  /** What stands below the heads where there is no row. */
  readonly empty?: string | undefined;
  /** Makes the heads buttons; `isAdded`: after the columns that the rows are sorted by already. */
  onSort?: ((column: number, isAdded: boolean) => void) | undefined;
  /** Draws a control beside each title: a button with these props. */
  renderControl?: ((column: number, props: HeadControlProps) => ReactNode) | undefined;
}

const none: readonly (readonly VirtualCell[])[] = [];

/**
 * A table of any number of rows, of which only those in sight are in the document. It is a grid to the keyboard: the
 * arrows move through all of its cells, and what is copied is the cell that has the focus.
 */
export function VirtualTable(props: VirtualTableProps): ReactElement {
  const { columns, cell, width, height, rowHeight = ROW_HEIGHT, footer = none, onSort, renderControl } = props;
  const rowCount = Math.min(props.rowCount, MOST_ROWS);
  const tableRef = useRef<HTMLTableElement>(null);
  const room = Math.max(0, height - rowHeight * (1 + footer.length));
  const { start, end, onScroll } = useRowWindow({ rowCount, rowHeight, room });
  const pageRows = Math.max(1, Math.floor(room / rowHeight));
  const headParts = (onSort === undefined ? 0 : 1) + (renderControl === undefined ? 0 : 1);
  const { active, ...handlers } = useActiveCell({
    tableRef,
    rowCount,
    columnCount: columns.length,
    pageRows,
    headParts,
  });
  const headRoom = (onSort === undefined ? 0 : 16) + (renderControl === undefined ? 0 : 22);
  const { widths, hasScrollbar } = useColumnWidths({ columns, rowCount, cell, width, headRoom }, rowCount > pageRows);
  const rows = Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
  // Its focus would be lost if the row of the active cell went.
  if (active.row >= 0 && active.row < start) rows.unshift(active.row);
  if (active.row >= end) rows.push(active.row);
  const onCopy = (event: ClipboardEvent): void => {
    if (window.getSelection()?.isCollapsed === false || active.row < 0) return;
    event.clipboardData.setData('text/plain', cell(active.row, active.column).text);
    event.preventDefault();
  };
  const sticky = columns.at(-1)?.isSticky === true ? (widths.at(-1) ?? 0) : 0;
  const style = {
    width,
    height,
    scrollPaddingBlock: `${rowHeight}px ${rowHeight * footer.length}px`,
    scrollPaddingInlineEnd: sticky,
    scrollbarGutter: hasScrollbar ? 'stable' : undefined,
    '--gp-sheet-columns': widths.map((one) => `${one}px`).join(' '),
    '--gp-sheet-row': `${rowHeight}px`,
  } as CSSProperties;
  return (
    <div className="gp-sheet-scroll" style={style} onScroll={onScroll}>
      <table
        ref={tableRef}
        {...gridRoles.grid}
        className="gp-sheet"
        aria-label={props.label}
        aria-rowcount={props.rowCount + 1 + footer.length}
        aria-colcount={columns.length}
        style={{ width: widths.reduce((sum, one) => sum + one, 0) }}
        onCopy={onCopy}
        {...handlers}
      >
        <VirtualHead columns={columns} active={active} onSort={onSort} renderControl={renderControl} />
        <tbody {...gridRoles.rows} className="gp-sheet-body" style={{ height: rowCount * rowHeight }}>
          {rows.map((row) => (
            <VirtualRow
              key={row}
              row={row}
              columns={columns}
              cell={cell}
              top={row * rowHeight}
              activeColumn={row === active.row ? active.column : -1}
            />
          ))}
        </tbody>
        {footer.length > 0 ? <VirtualFoot rows={footer} columns={columns} rowCount={props.rowCount} /> : null}
      </table>
      {rowCount === 0 && props.empty !== undefined ? <p className="gp-sheet-empty">{props.empty}</p> : null}
    </div>
  );
}

interface VirtualFootProps {
  readonly rows: readonly (readonly VirtualCell[])[];
  readonly columns: readonly VirtualColumn[];
  readonly rowCount: number;
}

function VirtualFoot({ rows, columns, rowCount }: VirtualFootProps): ReactElement {
  return (
    <tfoot {...gridRoles.rows} className="gp-sheet-foot">
      {rows.map((cells, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a footer have no other identity
        <tr key={row} {...gridRoles.row} aria-rowindex={rowCount + 2 + row}>
          {columns.map((column, index) => (
            <td
              key={column.key}
              {...gridRoles.cell}
              className="gp-sheet-cell"
              data-align={column.align}
              data-sticky={column.isSticky === true ? '' : undefined}
              aria-colindex={index + 1}
            >
              {cells[index]?.text}
            </td>
          ))}
        </tr>
      ))}
    </tfoot>
  );
}
