import type { WidgetTable } from '../../widget/WidgetTable.ts';
import { timeSeriesTable } from '../../widgets/seriesTable.ts';
import type { ExportScene } from '../ExportScene.ts';
import type { WidgetOutcome } from '../WidgetOutcome.ts';

/** Returns what a widget shows as a table; where it has nothing to show, a table that says why. */
export function outcomeTable(outcome: WidgetOutcome, place: Pick<ExportScene, 'locale' | 'timeZone'>): WidgetTable {
  if (outcome.status !== 'ready') {
    const { title, details } = outcome.problem;
    const name = outcome.status === 'error' ? 'Error' : 'Note';
    return { columns: [{ name, kind: 'value' }], rows: [[[title, ...details].join(': ')]] };
  }
  const { widget, definition, options, results, timeRange } = outcome;
  if (definition.toTable === undefined) return timeSeriesTable({ results, widget });
  return definition.toTable({ widget, options, results, timeRange, locale: place.locale, timeZone: place.timeZone });
}
