import type { WidgetTableInput } from '../../widget/defineWidget.ts';
import type { WidgetTable } from '../../widget/WidgetTable.ts';
import { sortRows } from './sortRows.ts';
import type { TableOptions } from './TableOptions.ts';
import { type TableModel, visibleTableModel } from './tableModel.ts';

/** Returns the table that a widget shows before somebody sorts it, all of its rows in order. */
export function sortedTableModel(input: Omit<WidgetTableInput<TableOptions>, 'widget' | 'timeRange'>): TableModel {
  const { options, results, locale } = input;
  const frames = results.map(({ frame }) => frame);
  const legends = results.map(({ query }) => query.legend);
  const model = visibleTableModel(frames, legends, options);
  const column = model.columns.findIndex(({ key, title }) => title === options.sortBy || key === options.sortBy);
  if (column < 0) return model;
  const direction = options.sortDirection ?? 'descending';
  return { ...model, rows: sortRows(model.rows, { column, direction }, locale) };
}

/** Returns all rows of a table widget as plain values. */
export function toWidgetTable(input: WidgetTableInput<TableOptions>): WidgetTable {
  const { columns, rows } = sortedTableModel(input);
  return {
    columns: columns.map(({ title, kind }) => ({ name: title, kind })),
    rows: rows.map(({ cells }) => cells),
  };
}
