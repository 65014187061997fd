import { CancelledError, type ExportedFile, type Widget } from '@glasspane/core';
import { createScene } from './createScene.ts';
import type { ExportDashboardOptions } from './ExportOptions.ts';
import { CARD } from './svg/WidgetCard.tsx';
import { type WriteOptions, writeScene } from './writeScene.ts';

const GRID_WIDTH = 1200;
const GRID_COLUMNS = 24;

/**
 * Makes a file of a dashboard: PDF (vectors, and text that can be selected), PNG, SVG, CSV or JSON.
 *
 * The queries are asked as on the screen, at one present moment. A widget whose query fails, that has no data or that
 * cannot be drawn says so in the file. Nothing of the dashboard is cut: a page ends between widgets.
 *
 * @throws {@link CancelledError} When the signal fires.
 * @throws {@link GlasspaneError} When the time range or the time zone is none.
 * @public
 */
export async function exportDashboard(options: ExportDashboardOptions): Promise<ExportedFile> {
  const { dashboard } = options;
  return runExport(options, {
    dashboard,
    title: dashboard.name,
    gridWidth: GRID_WIDTH,
    names: [dashboard.name],
    widgetId: undefined,
  });
}

/** What one export is of. */
export interface ExportTarget extends Pick<WriteOptions, 'gridWidth' | 'names' | 'widgetId'> {
  readonly dashboard: ExportDashboardOptions['dashboard'];
  readonly title: string;
}

/** Asks what a file shows, and writes it. */
export async function runExport(options: ExportDashboardOptions, target: ExportTarget): Promise<ExportedFile> {
  const { dashboard, title, gridWidth } = target;
  const signal = options.signal ?? new AbortController().signal;
  const widthOf = ({ layout }: Widget): number => (gridWidth * layout.w) / GRID_COLUMNS - CARD.side * 2;
  try {
    signal.throwIfAborted();
    const scene = await createScene(options, { dashboard, title, signal, widthOf });
    return await writeScene(scene, { ...target, options, signal });
  } catch (thrown) {
    if (signal.aborted) throw new CancelledError(thrown);
    throw thrown;
  }
}
