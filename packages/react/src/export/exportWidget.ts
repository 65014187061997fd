import { type ExportedFile, GlasspaneError } from '@glasspane/core';
import type { ExportWidgetOptions } from './ExportOptions.ts';
import { runExport } from './exportDashboard.ts';

const GRID_WIDTH = 900;
/** In rows of the grid: about two by one. */
const ROWS = 11;
/** About a page of paper. */
const PAGE_ROWS = 17;

/**
 * Makes a file of one widget of a dashboard, in the forms of {@link exportDashboard}. CSV is the widget's own table.
 *
 * @throws {@link GlasspaneError} When the dashboard has no such widget, or the time range or the time zone is none.
 * @throws {@link CancelledError} When the signal fires.
 * @public
 */
export async function exportWidget(options: ExportWidgetOptions): Promise<ExportedFile> {
  const { dashboard, widgetId } = options;
  const widget = dashboard.widgets.find(({ id }) => id === widgetId);
  if (widget === undefined) {
    throw new GlasspaneError('not_found', `The dashboard "${dashboard.name}" has no widget with the id "${widgetId}".`);
  }
  const h = options.format === 'pdf' ? PAGE_ROWS : Math.max(ROWS, Math.min(widget.layout.h, PAGE_ROWS));
  const layout = { x: 0, y: 0, w: 24, h };
  return runExport(options, {
    dashboard: { ...dashboard, description: widget.description, widgets: [{ ...widget, layout }] },
    title: dashboard.name,
    gridWidth: GRID_WIDTH,
    names: [dashboard.name, widget.title],
    widgetId,
  });
}
