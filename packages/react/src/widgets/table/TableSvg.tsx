import type { ReactElement } from 'react';
import { useFormatters } from '../../chart/useFormatters.ts';
import { NOTE_HEIGHT, SvgNote } from '../../drawing/SvgNote.tsx';
import type { WidgetSvgProps } from '../../widget/defineWidget.ts';
import { SvgTableRow } from './SvgTableRow.tsx';
import type { TableOptions } from './TableOptions.ts';
import { type TableCell, tableCell } from './tableCell.ts';
import { tableColumnsLayout } from './tableColumnsLayout.ts';
import { tableFooter } from './tableFooter.ts';
import { sortedTable } from './toWidgetTable.ts';

const ROW_HEIGHT = 26;
const FONT_SIZE = 12;

/** Rows and columns as a picture: as many rows as there is room for. */
export function TableSvg(props: WidgetSvgProps<TableOptions>): ReactElement {
  const { width, height, locale, options, timeRange } = props;
  const formatters = useFormatters(locale, props.timeZone);
  const { columns, rows } = sortedTable(props);
  const footer = tableFooter(columns, rows, options.footer ?? [], formatters.values);
  const rowsWithin = (room: number): number => Math.max(1, Math.floor(room / ROW_HEIGHT) - 1 - footer.length);
  const wanted = Math.min(rows.length, options.maxRows ?? rows.length);
  const hasNote = wanted < rows.length || wanted > rowsWithin(height);
  const count = Math.min(wanted, rowsWithin(hasNote ? height - NOTE_HEIGHT : height));
  const context = { columns, formatters, fromMs: timeRange.startMs, toMs: timeRange.endMs };
  const cells = Array.from(rows.subarray(0, count), (row) => columns.map((column) => tableCell(column, row, context)));
  const heads = columns.map(({ title }) => plain(title));
  const feet = footer.map((texts) => texts.map(plain));
  const places = tableColumnsLayout(
    columns.map(({ title, style, field }, index) => ({
      texts: [title, ...cells.map((row) => row[index]?.text ?? ''), ...feet.map((row) => row[index]?.text ?? '')],
      width: style.width ?? (field.kind === 'series' ? 120 : undefined),
    })),
    FONT_SIZE,
    width,
  );
  const row = { columns, places, width, height: ROW_HEIGHT, size: FONT_SIZE };
  const write = (rowCount: number): string => rowCount.toLocaleString(locale);
  return (
    <>
      <SvgTableRow {...row} cells={heads} y={0} isHead />
      {cells.map((one, index) => (
        <SvgTableRow key={rows[index]} {...row} cells={one} y={(index + 1) * ROW_HEIGHT} />
      ))}
      {feet.map((one, index) => (
        <SvgTableRow key={options.footer?.[index]} {...row} cells={one} y={(count + 1 + index) * ROW_HEIGHT} isFoot />
      ))}
      {hasNote ? (
        <SvgNote
          y={(count + 1 + feet.length) * ROW_HEIGHT + 2}
          width={width}
          text={`Showing ${write(count)} of ${write(rows.length)} rows`}
        />
      ) : null}
    </>
  );
}

function plain(text: string): TableCell {
  return { kind: 'text', text, links: [] };
}
