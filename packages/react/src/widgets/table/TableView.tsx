import type { VariableValues } from '@glasspane/core';
import { type ReactElement, useCallback, useId, useMemo, useRef, useState } from 'react';
import { useFormatters } from '../../chart/useFormatters.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { EmptyMessage } from '../tiles/EmptyMessage.tsx';
import { cellColors } from './cellColors.ts';
import { FilterButton } from './FilterButton.tsx';
import { TableCellContent } from './TableCellContent.tsx';
import { TableFilter } from './TableFilter.tsx';
import { TABLE_NOTE_HEIGHT, TableNote } from './TableNote.tsx';
import type { TableOptions } from './TableOptions.ts';
import { type TableCellContext, tableCell } from './tableCell.ts';
import type { TableColumn } from './tableColumns.ts';
import { tableFooter } from './tableFooter.ts';
import type { TableSort } from './tableOrder.ts';
import { useTableModel } from './useTableModel.ts';
import { useTableRows } from './useTableRows.ts';
import type { VirtualCell, VirtualColumn } from './virtual/VirtualColumn.ts';
import { MOST_ROWS, ROW_HEIGHT, VirtualTable } from './virtual/VirtualTable.tsx';

/**
 * Props of {@link TableView}.
 *
 * @public
 */
export interface TableViewProps extends FrameViewProps {
  readonly options?: TableOptions | undefined;
  /** The values of the dashboard's variables, for links. */
  readonly variables?: VariableValues | undefined;
}

const noOptions: TableOptions = {};
const COURSE_WIDTH = 132;

/**
 * Shows series as rows, their labels and values as columns, or the rows of a table as they are, for hosts that have data
 * of their own.
 *
 * @public
 */
export function TableView(props: TableViewProps): ReactElement {
  const { options = noOptions, width, height, locale } = props;
  const model = useTableModel(props, options);
  const order = useTableRows(model, options, locale);
  const { columns, length } = model;
  const shown = Math.min(order.rows.length, MOST_ROWS);
  const cell = useCell(props, columns, order.rows);
  const { sorts } = order;
  const heads = useMemo(() => columns.map((column) => toHead(column, columns, sorts)), [columns, sorts]);
  const { values } = useFormatters(locale, props.timeZone);
  const footer = useMemo(
    () => tableFooter(columns, order.rows, options.footer ?? [], values).map((row) => row.map((text) => ({ text }))),
    [columns, order.rows, options.footer, values],
  );
  const [openKey, setOpenKey] = useState<string>();
  const anchorRef = useRef<HTMLButtonElement>(null);
  const id = useId();
  const open = columns.find(({ key }) => key === openKey);
  if (length === 0 || columns.length === 0) return <EmptyMessage width={width} height={height} />;
  const visible = Math.max(1, Math.floor((height - ROW_HEIGHT * (1 + footer.length)) / ROW_HEIGHT));
  const hasNote = shown < length || (shown > visible && height >= 120);
  return (
    <div className="gp-table-view" style={{ width, height }}>
      <VirtualTable
        label={props.title}
        columns={heads}
        rowCount={shown}
        cell={cell}
        width={width}
        height={Math.max(0, height - (hasNote ? TABLE_NOTE_HEIGHT : 0))}
        footer={footer}
        empty="No row passes the filters"
        onSort={(index, isAdded) => {
          const column = columns[index];
          if (column !== undefined) order.sortBy(column, isAdded);
        }}
        renderControl={
          options.isFilterable === false || width < 200
            ? undefined
            : (index, part) => (
                <FilterButton
                  part={part}
                  column={columns[index]}
                  panelId={`${id}filter`}
                  isOpen={columns[index] === open}
                  isFiltered={order.filters.has(columns[index]?.key ?? '')}
                  onPress={(button, column) => {
                    anchorRef.current = button;
                    setOpenKey(column.key === openKey ? undefined : column.key);
                  }}
                />
              )
        }
      />
      {hasNote ? (
        <TableNote
          shown={shown}
          passing={order.passing}
          total={length}
          first={Math.min(shown, visible)}
          locale={locale}
        />
      ) : null}
      {open === undefined ? null : (
        <TableFilter
          key={open.key}
          id={`${id}filter`}
          column={open}
          filter={order.filters.get(open.key)}
          anchorRef={anchorRef}
          locale={locale}
          onChange={(filter) => order.filterBy(open.key, filter)}
          onClose={() => setOpenKey(undefined)}
        />
      )}
    </div>
  );
}

function toHead(column: TableColumn, columns: readonly TableColumn[], sorts: readonly TableSort[]): VirtualColumn {
  const { key, title, field, style } = column;
  const place = sorts.findIndex((one) => one.key === key);
  const direction = sorts[place]?.direction;
  const isNumber = field.kind === 'number';
  return {
    key,
    title,
    width: style.width ?? (field.kind === 'series' ? COURSE_WIDTH : undefined),
    align: style.alignment ?? (isNumber ? 'end' : 'start'),
    isSticky: isNumber && column === columns.at(-1) && columns.length > 1,
    sort: direction === undefined ? undefined : { direction, place: sorts.length > 1 ? place + 1 : undefined },
  };
}

function useCell(
  props: TableViewProps,
  columns: readonly TableColumn[],
  rows: Uint32Array,
): (row: number, column: number) => VirtualCell {
  const formatters = useFormatters(props.locale, props.timeZone);
  const { variables } = props;
  const { startMs: fromMs, endMs: toMs } = props.timeRange;
  return useCallback(
    (row, index) => {
      const column = columns[index];
      const context = { columns, formatters, fromMs, toMs, variables };
      return column === undefined ? { text: '' } : toVirtualCell(column, rows[row] ?? 0, context);
    },
    [columns, rows, formatters, fromMs, toMs, variables],
  );
}

function toVirtualCell(column: TableColumn, row: number, context: TableCellContext): VirtualCell {
  const cell = tableCell(column, row, context);
  const isNumber = column.field.kind === 'number';
  const colors = cell.kind === 'color-background' && cell.color !== undefined ? cellColors(cell.color) : undefined;
  const width = (column.style.width ?? COURSE_WIDTH) - 16;
  return {
    text: cell.text,
    title: cell.label ?? (isNumber || cell.text === '' ? undefined : cell.text),
    style: colors === undefined ? undefined : { backgroundColor: colors.background, color: colors.text },
    content: (isActive) => (
      <TableCellContent cell={cell} isNumber={isNumber} isActive={isActive} width={width} height={ROW_HEIGHT - 8} />
    ),
  };
}
