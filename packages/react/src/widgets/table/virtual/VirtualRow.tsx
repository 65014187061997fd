import { type CSSProperties, memo, type ReactElement } from 'react';
import { gridRoles } from './gridRoles.ts';
import { cellName } from './useActiveCell.ts';
import type { VirtualCell, VirtualColumn } from './VirtualColumn.ts';

interface VirtualRowProps {
  readonly row: number;
  readonly columns: readonly VirtualColumn[];
  readonly cell: (row: number, column: number) => VirtualCell;
  /** From the top of all rows, in pixels. */
  readonly top: number;
  /** The column whose cell is the active one; -1 where it is in another row. */
  readonly activeColumn: number;
}

/** One row. */
export const VirtualRow: (props: VirtualRowProps) => ReactElement = memo(function VirtualRow(props: VirtualRowProps) {
  const { row, columns, cell, top, activeColumn } = props;
  return (
    <tr
      {...gridRoles.row}
      className="gp-sheet-row"
      data-odd={row % 2 === 1 ? '' : undefined}
      aria-rowindex={row + 2}
      style={{ insetBlockStart: top }}
    >
      {columns.map((column, index) => (
        <VirtualCellView
          key={column.key}
          value={cell(row, index)}
          column={column}
          name={cellName({ row, column: index, part: 0 })}
          index={index}
          isActive={index === activeColumn}
        />
      ))}
    </tr>
  );
}) as (props: VirtualRowProps) => ReactElement;

interface VirtualCellViewProps {
  readonly value: VirtualCell;
  readonly column: VirtualColumn;
  readonly name: string;
  readonly index: number;
  readonly isActive: boolean;
}

function VirtualCellView({ value, column, name, index, isActive }: VirtualCellViewProps): ReactElement {
  const { text, content = <bdi>{text}</bdi>, title, className, style } = value;
  return (
    <td
      {...gridRoles.cell}
      className={className === undefined ? 'gp-sheet-cell' : `gp-sheet-cell ${className}`}
      data-gp-cell={name}
      data-align={column.align}
      data-sticky={column.isSticky === true ? '' : undefined}
      aria-colindex={index + 1}
      tabIndex={isActive ? 0 : -1}
      title={title}
      style={style as CSSProperties}
    >
      {typeof content === 'function' ? content(isActive) : content}
    </td>
  );
}
