import type { WidgetTableInput } from '../../widget/defineWidget.ts';
import type { WidgetTable } from '../../widget/WidgetTable.ts';
import type { TableOptions } from './TableOptions.ts';
import { valueAt } from './tableCell.ts';
import { createOrderKeys, sortedRows } from './tableOrder.ts';
import { type TableModel, tableModel } from './useTableModel.ts';
import { initialSorts } from './useTableRows.ts';

/** A table before somebody sorts or filters it. */
export interface SortedTable extends TableModel {
  /** All rows, in the order that the options say. */
  readonly rows: Uint32Array;
}

/** Returns the table that a widget shows before somebody sorts or filters it. */
export function sortedTable(input: Omit<WidgetTableInput<TableOptions>, 'timeRange'>): SortedTable {
  const { options, results, widget, locale } = input;
  const frames = results.map(({ frame }) => frame);
  const legends = results.map(({ query }) => query.legend);
  const refIds = results.map(({ query }) => query.refId);
  const { field, overrides } = widget;
  const model = tableModel({ frames, legends, refIds, field, overrides }, options);
  const rows = sortedRows(model.columns, initialSorts(model, options), model.length, createOrderKeys(locale));
  return { ...model, rows };
}

/** Returns all rows of a table widget as plain values. */
export function toWidgetTable(input: WidgetTableInput<TableOptions>): WidgetTable {
  const { columns, rows } = sortedTable(input);
  return {
    columns: columns.map(({ title, field: { kind } }) => ({
      name: title,
      kind: kind === 'time' ? 'time' : kind === 'string' ? 'text' : 'value',
    })),
    rows: Array.from(rows, (row) => columns.map(({ field }) => valueAt(field, row))),
  };
}
