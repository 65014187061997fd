import type { WidgetTable } from '../../widget/WidgetTable.ts';
import type { ExportScene } from '../ExportScene.ts';
import { outcomeTable } from './outcomeTable.ts';
import { type CsvCell, toCsv } from './toCsv.ts';

/** Returns the table of one widget. */
export function widgetCsv(scene: ExportScene, widgetId: string): string {
  const outcome = scene.outcomes.get(widgetId);
  if (outcome === undefined) return '';
  const { columns, rows } = outcomeTable(outcome, scene);
  return toCsv([
    columns.map(({ name }) => name),
    ...rows.map((row) => row.map((cell, index) => writeTime(cell, columns[index]?.kind))),
  ]);
}

/**
 * Returns all values of a dashboard in one table: a row for each value, with the widget that shows it, its time, the thing
 * that it is about (`job=api`) and what it is called.
 */
export function dashboardCsv(scene: ExportScene): string {
  const rows = scene.dashboard.widgets.flatMap((widget) => {
    const outcome = scene.outcomes.get(widget.id);
    return outcome === undefined ? [] : unpivot(widget.title, outcomeTable(outcome, scene));
  });
  return toCsv([['Widget', 'Time', 'Row', 'Column', 'Value'], ...rows]);
}

function unpivot(title: string, { columns, rows }: WidgetTable): readonly (readonly CsvCell[])[] {
  const texts = columns.filter(({ kind }) => kind === 'text');
  return rows.flatMap((row) => {
    const at = columns.findIndex(({ kind }) => kind === 'time');
    const subject = columns.flatMap(({ name, kind }, index) => {
      const cell = row[index];
      if (kind !== 'text' || cell === undefined) return [];
      return [texts.length === 1 ? String(cell) : `${name}=${cell}`];
    });
    return columns.flatMap(({ name, kind }, index) =>
      kind === 'value' && row[index] !== undefined
        ? [[title, writeTime(row[at], 'time'), subject.join(', '), name, row[index]]]
        : [],
    );
  });
}

function writeTime(cell: CsvCell, kind: string | undefined): CsvCell {
  return kind === 'time' && typeof cell === 'number' ? new Date(cell).toISOString() : cell;
}
