import type { Widget } from '@glasspane/core';
import { type ReactElement, type ReactNode, useCallback, useMemo } from 'react';
import { isOutage } from '../query/combineResults.ts';
import type { MetricQueriesState } from '../query/MetricQueriesState.ts';
import { WidgetPane, type WidgetPaneProps } from '../widget/WidgetPane.tsx';
import { useDashboardContext, useDashboardState } from './DashboardContext.ts';
import type { WidgetOutage } from './DashboardState.ts';
import { useDashboardTimeRange } from './useDashboardTimeRange.ts';
import { useWidgetAlerts } from './useWidgetAlerts.ts';

/** Props of {@link DashboardWidget}. */
export interface DashboardWidgetProps {
  readonly widget: Widget;
  /** Controls at the end of the frame's head. */
  readonly actions?: ReactNode;
}

/** One widget of the dashboard around it. */
export function DashboardWidget({ widget, actions }: DashboardWidgetProps): ReactElement {
  const context = useDashboardContext('DashboardWidget');
  const { backend, definitions, clock, locale, timeZone, headingLevel } = context;
  const { refreshIntervalMs, isPaused, variables } = useDashboardState('DashboardWidget', (state) => state.values);
  const { timeRange } = useDashboardTimeRange();
  const isTable = useDashboardState('DashboardWidget', (state) => state.tableWidgetIds.has(widget.id));
  const answers = useAnswers(widget);
  const alerts = useWidgetAlerts(widget);
  return (
    <WidgetPane
      widget={widget}
      definition={definitions.get(widget.type)}
      backend={backend}
      timeRange={timeRange}
      variables={variables}
      refreshIntervalMs={refreshIntervalMs}
      isPaused={isPaused}
      clock={clock}
      locale={locale}
      timeZone={timeZone}
      headingLevel={headingLevel}
      actions={actions ?? context.renderWidgetActions?.(widget)}
      alarm={alerts.length === 0 ? undefined : { alerts, locale, timeZone, onAlertClick: context.onAlertClick }}
      {...answers}
      table={{ isShown: isTable, toggle: () => context.store.getState().toggleTable(widget.id) }}
      onState={useOutageReport(widget.id)}
    />
  );
}

type Answers = Pick<WidgetPaneProps, 'onTimeRangeSelect' | 'onZoomBack' | 'onPointClick'>;

/** Returns what a widget tells the dashboard, the same functions at every render, so that its view need not render for them. */
function useAnswers(widget: Widget): Answers {
  const { store, onPointClick } = useDashboardContext('useAnswers');
  return useMemo(
    () => ({
      onTimeRangeSelect: ({ startMs, endMs }) =>
        store.getState().change({ timeRange: { from: toIso(startMs), to: toIso(endMs) } }),
      onZoomBack: () => store.getState().zoomBack(),
      onPointClick: onPointClick === undefined ? undefined : (point) => onPointClick({ ...point, widget }),
    }),
    [store, onPointClick, widget],
  );
}

const toIso = (timeMs: number): string => new Date(timeMs).toISOString();

/** Returns a function that tells the dashboard whether the widget's backend answers. */
function useOutageReport(widgetId: string): (state: MetricQueriesState | undefined) => void {
  const { store } = useDashboardContext('useOutageReport');
  return useCallback(
    (state) => store.getState().setOutage(widgetId, state === undefined ? undefined : toOutage(state)),
    [store, widgetId],
  );
}

function toOutage(state: MetricQueriesState): WidgetOutage | undefined {
  if (state.status === 'error') return isOutage(state.error) ? { error: state.error } : undefined;
  if (state.status !== 'ready' || state.refreshError === undefined || !isOutage(state.refreshError)) return undefined;
  return { error: state.refreshError, dataFromMs: state.updatedAtMs };
}
