import type { ReactElement } from 'react';
import { SvgText } from '../../drawing/SvgText.tsx';
import { tokenColor } from '../../theme/colorTokens.ts';
import { seriesColor, themeColor } from '../../theme/themeColor.ts';
import { SparklineMarks } from '../stat/Sparkline.tsx';
import { cellColors } from './cellColors.ts';
import type { TableCell } from './tableCell.ts';
import type { TableColumn } from './tableColumns.ts';
import { CELL_PADDING, type PlacedColumn } from './tableColumnsLayout.ts';

interface SvgTableRowProps {
  readonly cells: readonly TableCell[];
  readonly columns: readonly TableColumn[];
  readonly places: readonly PlacedColumn[];
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of the letters. */
  readonly size: number;
  readonly isHead?: boolean | undefined;
  readonly isFoot?: boolean | undefined;
}

/** One row of a pictured table. */
export function SvgTableRow(props: SvgTableRowProps): ReactElement {
  const { cells, columns, places, y, width, height, isHead = false } = props;
  return (
    <g transform={`translate(0,${y})`}>
      {cells.map((cell, index) => {
        const column = columns[index];
        const place = places[index];
        return column === undefined || place === undefined ? null : (
          <SvgTableCell key={column.key} {...props} cell={cell} column={column} place={place} />
        );
      })}
      <line
        x1={0}
        x2={width}
        y1={height - 0.5}
        y2={height - 0.5}
        stroke={tokenColor(isHead ? 'axis-line' : 'border')}
      />
    </g>
  );
}

interface SvgTableCellProps extends SvgTableRowProps {
  readonly cell: TableCell;
  readonly column: TableColumn;
  readonly place: PlacedColumn;
}

function SvgTableCell(props: SvgTableCellProps): ReactElement {
  const { cell, column, place, height, size, isHead = false, isFoot = false } = props;
  const { kind, text, color } = cell;
  const isFilled = kind === 'color-background' || kind === 'badge';
  const fills = color !== undefined && isFilled ? cellColors(color) : undefined;
  const align = column.style.alignment ?? (column.field.kind === 'number' ? 'end' : 'start');
  const [start, end] = [place.x + CELL_PADDING, place.x + place.width - CELL_PADDING];
  const isCourse = kind === 'sparkline' && cell.course !== undefined;
  return (
    <>
      {fills === undefined ? null : <SvgFill {...props} background={fills.background} />}
      {kind === 'bar' ? <SvgBar {...props} /> : null}
      {isCourse ? (
        <SvgCourse {...props} />
      ) : (
        <SvgText
          x={align === 'end' ? end : align === 'center' ? (start + end) / 2 : start}
          y={height / 2 + size / 3}
          size={size}
          anchor={align === 'center' ? 'middle' : align}
          text={text}
          maxWidth={place.width - CELL_PADDING}
          color={isHead ? 'text-muted' : 'text'}
          fill={fills === undefined ? colorOfText(cell) : fills.text}
          isStrong={isHead || isFoot || (color !== undefined && kind === 'color-text')}
        />
      )}
    </>
  );
}

function colorOfText({ kind, color }: TableCell): string | undefined {
  return color !== undefined && kind === 'color-text' ? themeColor(color) : undefined;
}

/** Files know no mixed colours, so a tint is the colour itself, mostly clear. */
function SvgFill({ place, height, cell, background }: SvgTableCellProps & { readonly background: string }) {
  const isTint = background.startsWith('color-mix');
  const inset = cell.kind === 'badge' ? 4 : 0;
  return (
    <rect
      x={place.x + inset}
      y={inset}
      width={Math.max(0, place.width - inset * 2)}
      height={height - 1 - inset * 2}
      rx={inset}
      fill={isTint && cell.color !== undefined ? themeColor(cell.color) : background}
      fillOpacity={isTint ? 0.2 : undefined}
    />
  );
}

function SvgBar({ place, height, cell }: SvgTableCellProps): ReactElement {
  return (
    <rect
      x={place.x + 2}
      y={4}
      width={Math.max(0, (place.width - 4) * (cell.share ?? 0))}
      height={height - 9}
      rx={2}
      fill={cell.color === undefined ? seriesColor(0) : themeColor(cell.color)}
      fillOpacity={0.3}
    />
  );
}

function SvgCourse({ place, height, cell }: SvgTableCellProps): ReactElement | null {
  const { course, color } = cell;
  const [startMs, endMs] = [course?.times[0], course?.times.at(-1)];
  const width = Math.floor(place.width - CELL_PADDING * 2);
  if (course === undefined || startMs === undefined || endMs === undefined || width < 8) return null;
  const drawn = color === undefined ? seriesColor(0) : themeColor(color);
  return (
    <g transform={`translate(${place.x + CELL_PADDING},3)`}>
      <SparklineMarks
        series={{ key: '', name: '', color: drawn, ...course }}
        range={{ startMs, endMs }}
        width={width}
        height={height - 7}
        color={drawn}
      />
    </g>
  );
}
