import { displayValue, type FieldOptions, type ValueFormatter } from '@glasspane/core';
import type { ReactElement } from 'react';
import { useFormatters } from '../../chart/useFormatters.ts';
import { NOTE_HEIGHT, SvgNote } from '../../drawing/SvgNote.tsx';
import { SvgText } from '../../drawing/SvgText.tsx';
import { tokenColor } from '../../theme/colorTokens.ts';
import { themeColor } from '../../theme/themeColor.ts';
import type { WidgetSvgProps } from '../../widget/defineWidget.ts';
import type { TableOptions } from './TableOptions.ts';
import { CELL_PADDING, type PlacedColumn, tableColumnsLayout } from './tableColumnsLayout.ts';
import type { TableModel } from './tableModel.ts';
import { sortedTableModel } from './toWidgetTable.ts';

const ROW_HEIGHT = 26;
const FONT_SIZE = 12;
const BASELINE = 17;

interface Cell {
  readonly text: string;
  readonly color: string | undefined;
}

/** Series as rows, as a picture: as many as there is room for. */
export function TableSvg(props: WidgetSvgProps<TableOptions>): ReactElement {
  const { width, height, locale, options } = props;
  const { values } = useFormatters(locale, props.timeZone);
  const model = sortedTableModel(props);
  const maxRows = Math.max(1, Math.floor((height - ROW_HEIGHT) / ROW_HEIGHT));
  const wanted = Math.min(model.rows.length, options.maxRows ?? model.rows.length);
  const hasNote = wanted < model.rows.length || wanted > maxRows;
  const room = hasNote ? Math.max(1, Math.floor((height - ROW_HEIGHT - NOTE_HEIGHT) / ROW_HEIGHT)) : maxRows;
  const shown = model.rows.slice(0, Math.min(room, wanted));
  const rows = shown.map(({ cells }) =>
    cells.map((cell, index) => toCell(cell, model.columns[index]?.kind, props.widget.field, values)),
  );
  const places = tableColumnsLayout(
    model.columns.map(({ title }, index) => [title, ...rows.map((row) => row[index]?.text ?? '')]),
    FONT_SIZE,
    width,
  );
  const count = (rowCount: number): string => rowCount.toLocaleString(locale);
  return (
    <>
      <TableRowSvg
        cells={model.columns.map(({ title }) => ({ text: title, color: undefined }))}
        model={model}
        places={places}
        y={0}
        width={width}
        isHead
      />
      {rows.map((cells, index) => (
        <TableRowSvg
          key={shown[index]?.key}
          cells={cells}
          model={model}
          places={places}
          y={(index + 1) * ROW_HEIGHT}
          width={width}
        />
      ))}
      {hasNote ? (
        <SvgNote
          y={(shown.length + 1) * ROW_HEIGHT + 2}
          width={width}
          text={`Showing ${count(shown.length)} of ${count(model.rows.length)} rows`}
        />
      ) : null}
    </>
  );
}

function toCell(
  cell: string | number | undefined,
  kind: 'text' | 'value' | undefined,
  field: FieldOptions | undefined,
  formatter: ValueFormatter,
): Cell {
  if (kind !== 'value') return { text: cell === undefined ? '' : String(cell), color: undefined };
  const { text, color } = displayValue(typeof cell === 'number' ? cell : undefined, field, formatter);
  return { text, color: color === undefined ? undefined : themeColor(color) };
}

interface TableRowSvgProps {
  readonly cells: readonly Cell[];
  readonly model: TableModel;
  readonly places: readonly PlacedColumn[];
  readonly y: number;
  readonly width: number;
  readonly isHead?: boolean | undefined;
}

function TableRowSvg({ cells, model, places, y, width, isHead = false }: TableRowSvgProps): ReactElement {
  const bottom = y + ROW_HEIGHT - 0.5;
  return (
    <g>
      {cells.map(({ text, color }, index) => {
        const { x, width: cellWidth } = places[index] ?? { x: 0, width: 0 };
        const isValue = model.columns[index]?.kind === 'value';
        return (
          <SvgText
            key={model.columns[index]?.key}
            x={isValue ? x + cellWidth - CELL_PADDING : x + CELL_PADDING}
            y={y + BASELINE}
            size={FONT_SIZE}
            anchor={isValue ? 'end' : 'start'}
            text={text}
            maxWidth={cellWidth - CELL_PADDING}
            color={isHead ? 'text-muted' : 'text'}
            fill={color}
            isStrong={isHead || color !== undefined}
          />
        );
      })}
      <line x1={0} x2={width} y1={bottom} y2={bottom} stroke={tokenColor(isHead ? 'axis-line' : 'border')} />
    </g>
  );
}
