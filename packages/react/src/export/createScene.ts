import { type Dashboard, liveEdge, resolveTimeRange, type Widget } from '@glasspane/core';
import { initialVariables } from '../dashboard/initialVariables.ts';
import { browserClock } from '../provider/browserClock.ts';
import { LIGHT_COLORS } from '../theme/colorTokens.ts';
import { DARK_COLORS } from '../theme/darkColors.ts';
import { builtInWidgets } from '../widget/builtInWidgets.ts';
import type { ExportDashboardOptions } from './ExportOptions.ts';
import type { ExportScene } from './ExportScene.ts';
import { resolveWidget } from './resolveWidget.ts';
import type { WidgetOutcome } from './WidgetOutcome.ts';

const MAX_CONCURRENT_WIDGETS = 4;

/** What {@link createScene} is given, beside the options of the export. */
export interface SceneOptions {
  readonly dashboard: Dashboard;
  readonly title: string;
  readonly signal: AbortSignal;
  /** How wide the view of a widget is in the file, in pixels. */
  widthOf(widget: Widget): number;
}

/** Asks everything that a dashboard shows, at one present moment. */
export async function createScene(options: ExportDashboardOptions, scene: SceneOptions): Promise<ExportScene> {
  const { dashboard, title, signal } = scene;
  const nowMs = options.nowMs ?? browserClock.now();
  const timeRange = options.timeRange ?? dashboard.timeRange;
  const moments = resolveTimeRange(timeRange, nowMs, options.timeZone);
  const variables = { ...initialVariables(dashboard), ...options.variables };
  const definitions = new Map([...builtInWidgets, ...(options.widgets ?? [])].map((one) => [one.type, one]));
  const context = {
    backend: { ...options.backend, metrics: liveEdge(options.backend.metrics) },
    dashboardId: dashboard.id,
    definitions,
    clock: { ...browserClock, now: () => nowMs },
    timeRange,
    variables,
    timeZone: options.timeZone,
    locale: options.locale,
    signal,
  };
  const colors = { ...(options.theme === 'dark' ? DARK_COLORS : LIGHT_COLORS), ...options.colors };
  const total = dashboard.widgets.length;
  let done = 0;
  options.onProgress?.({ phase: 'asking', done, total });
  const outcomes = new Map<string, WidgetOutcome>();
  await runLimited(dashboard.widgets, MAX_CONCURRENT_WIDGETS, async (widget) => {
    outcomes.set(widget.id, await resolveWidget(widget, scene.widthOf(widget), context));
    done += 1;
    options.onProgress?.({ phase: 'asking', done, total });
  });
  return {
    dashboard,
    title,
    outcomes,
    timeRange,
    moments,
    variables,
    generatedAtMs: nowMs,
    locale: options.locale,
    timeZone: options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    colors,
    // Paper is white; in the dark, tiles stand on what is darker than they are.
    paper: options.theme === 'dark' ? colors['surface-sunken'] : colors.surface,
  };
}

/** Does something for each item, for so many at once. */
async function runLimited<TItem>(
  items: readonly TItem[],
  limit: number,
  run: (item: TItem) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const work = async (): Promise<void> => {
    for (const item of waiting) await run(item);
  };
  await Promise.all(Array.from({ length: limit }, work));
}
