import { displayValue, type FieldOptions } from '@glasspane/core';
import { type ReactElement, useContext, useMemo, useState } from 'react';
import type { Formatters } from '../chart/createFormatters.ts';
import { useFormatters } from '../chart/useFormatters.ts';
import type { VirtualCell, VirtualSort } from '../widgets/table/virtual/VirtualColumn.ts';
import { columnFields } from './columnFields.ts';
import type { AnyWidgetDefinition, WidgetViewProps } from './defineWidget.ts';
import { PlainTable } from './PlainTable.tsx';
import { type TableOrder, tableOrder } from './tableOrder.ts';
import { WidgetMessage } from './WidgetMessage.tsx';
import type { WidgetTable } from './WidgetTable.ts';
import { WidgetToolsContext } from './WidgetToolsContext.ts';

/** Props of {@link WidgetDataTable}. */
export interface WidgetDataTableProps
  extends Omit<WidgetViewProps<unknown>, 'onTimeRangeSelect' | 'onZoomBack' | 'onPointClick'> {
  readonly toTable: NonNullable<AnyWidgetDefinition['toTable']>;
}

/** What a widget shows, as a table of everything in it: sortable, and reached cell by cell with the keyboard. */
export function WidgetDataTable(props: WidgetDataTableProps): ReactElement {
  const { toTable, widget, options, results, timeRange, locale, timeZone } = props;
  const formatters = useFormatters(locale, timeZone);
  // Options are parsed at every render: the widget that they are of is what changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same widget has the same options
  const table = useMemo(
    () => toTable({ widget, options, results, timeRange, locale, timeZone }),
    [toTable, widget, results, timeRange, locale, timeZone],
  );
  const Table = useContext(WidgetToolsContext)?.Table ?? PlainTable;
  const [order, setOrder] = useState<TableOrder>();
  const rows = useMemo(() => tableOrder(table, order, locale), [table, order, locale]);
  const fields = useMemo(() => columnFields(table.columns, widget), [table, widget]);
  const cell = useMemo(() => cellReader(table, rows, fields, formatters), [table, rows, fields, formatters]);
  const columns = useMemo(
    () =>
      table.columns.map(({ name, kind }, index) => ({
        key: `${index} ${name}`,
        title: name,
        align: kind === 'value' ? ('end' as const) : ('start' as const),
        sort: sortOf(order, index),
      })),
    [table, order],
  );
  if (table.rows.length === 0) {
    return <WidgetMessage tone="neutral" icon="empty" title="No rows" detail="There is no value in this time range." />;
  }
  return (
    <Table
      label={`${widget.title}, as a table`}
      columns={columns}
      rowCount={rows.length}
      cell={cell}
      width={props.width}
      height={props.height}
      onSort={(column) => setOrder((now) => nextOrder(now, column))}
    />
  );
}

function sortOf(order: TableOrder | undefined, column: number): VirtualSort | undefined {
  return order?.column === column ? { direction: order.direction } : undefined;
}

function nextOrder(order: TableOrder | undefined, column: number): TableOrder | undefined {
  if (order?.column !== column) return { column, direction: 'descending' };
  return order.direction === 'descending' ? { column, direction: 'ascending' } : undefined;
}

function cellReader(
  table: WidgetTable,
  rows: readonly number[],
  fields: readonly (FieldOptions | undefined)[],
  { values, times }: Formatters,
): (row: number, column: number) => VirtualCell {
  return (row, column) => {
    const value = table.rows[rows[row] ?? -1]?.[column];
    const kind = table.columns[column]?.kind;
    if (kind === 'time' && typeof value === 'number') return { text: times.format(value) };
    if (kind !== 'value' || typeof value === 'string') return { text: value === undefined ? '' : String(value) };
    const { text, label } = displayValue(value, fields[column], values);
    return { text, title: label };
  };
}
