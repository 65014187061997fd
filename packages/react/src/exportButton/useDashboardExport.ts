import { type ExportedFile, GlasspaneError } from '@glasspane/core';
import type { RefObject } from 'react';
import { useDashboardContext } from '../dashboard/DashboardContext.ts';
import type { ExportFonts } from '../export/ExportPlatform.ts';
import type { ExportTask } from './useExport.ts';

interface DashboardExportOptions {
  readonly widgetId: string | undefined;
  readonly isDark: boolean;
  readonly fonts: (() => Promise<ExportFonts | undefined>) | undefined;
  readonly anchorRef: RefObject<HTMLElement | null>;
}

/** Returns a function that exports the dashboard around the calling component as it is at that moment. */
export function useDashboardExport(options: DashboardExportOptions): (task: ExportTask) => Promise<ExportedFile> {
  const context = useDashboardContext('ExportButton');
  return async (task) => {
    const { dashboard, store, backend, definitions, clock, locale, timeZone } = context;
    if (dashboard === undefined) {
      throw new GlasspaneError('unsupported', 'Only a dashboard can be exported; put the widget into one.');
    }
    const { timeRange, variables } = store.getState().values;
    const { widgetId, isDark, fonts } = options;
    const root = options.anchorRef.current?.closest<HTMLElement>('.gp-root');
    const { createBrowserPlatform, exportDashboard, exportWidget, screenColors } = await import(
      '../export/inBrowser.ts'
    );
    const theme = isDark ? 'dark' : 'light';
    const all = {
      ...task,
      dashboard,
      backend,
      platform: createBrowserPlatform({ fonts, findWidget: (id) => findWidget(root, id) }),
      timeRange,
      variables,
      theme,
      colors: root === null || root === undefined ? undefined : screenColors(root, theme),
      locale,
      timeZone,
      widgets: [...definitions.values()],
      nowMs: clock.now(),
    } as const;
    return widgetId === undefined ? exportDashboard(all) : exportWidget({ ...all, widgetId });
  };
}

/** Returns what shows a widget; nothing where it is not drawn yet, because it was never near the screen. */
function findWidget(root: HTMLElement | null | undefined, id: string): HTMLElement | undefined {
  const body = root?.querySelector<HTMLElement>(`[data-gp-widget="${CSS.escape(id)}"] .gp-widget-body`);
  return body === null || body?.querySelector('.gp-skeleton') !== null ? undefined : body;
}
