import {
  type AbsoluteTimeRange,
  type Backend,
  type Clock,
  TimeFormatter,
  type TimeRange,
  type VariableValues,
  type Widget,
} from '@glasspane/core';
import { type ReactElement, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { PointClick } from '../chart/interaction/PointClick.ts';
import { useElementSize } from '../provider/useElementSize.ts';
import { isOutage } from '../query/combineResults.ts';
import type { MetricQueriesState } from '../query/MetricQueriesState.ts';
import { useIsNearViewport } from '../query/useIsNearViewport.ts';
import { useMetricQueries } from '../query/useMetricQueries.ts';
import type { WidgetAlarm } from './AlertBadge.tsx';
import type { AnyWidgetDefinition } from './defineWidget.ts';
import { metricQueriesOf } from './metricQueriesOf.ts';
import type { TableView } from './TableToggle.tsx';
import { WidgetContent } from './WidgetContent.tsx';
import { type WidgetEnvironment, WidgetEnvironmentContext } from './WidgetEnvironment.ts';
import { type HeadingLevel, WidgetFrame } from './WidgetFrame.tsx';

/** Props of {@link WidgetPane}. */
export interface WidgetPaneProps {
  readonly widget: Widget;
  /** The widget's type; left out where it is not known. */
  readonly definition: AnyWidgetDefinition | undefined;
  readonly backend: Backend;
  readonly timeRange: TimeRange;
  readonly variables: VariableValues;
  readonly refreshIntervalMs: number;
  readonly isPaused: boolean;
  readonly clock: Clock;
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
  readonly headingLevel: HeadingLevel;
  /** Controls at the end of the frame's head. */
  readonly actions?: ReactNode;
  /** The alerts of the widget's metrics, where there are any. */
  readonly alarm?: WidgetAlarm | undefined;
  onTimeRangeSelect(range: AbsoluteTimeRange): void;
  onZoomBack?(): void;
  readonly onPointClick?: ((point: PointClick) => void) | undefined;
  /** Whether the table of the widget is shown in place of its view; left out: it has none. */
  readonly table?: TableView | undefined;
  /** Hears of the state of the widget's queries; must be the same function at every render. */
  onState?: ((state: MetricQueriesState | undefined) => void) | undefined;
}

/** One widget in its frame: asks its queries while it is near the screen, and shows what came of it. */
export function WidgetPane(props: WidgetPaneProps): ReactElement {
  const { widget, definition, backend, locale, timeZone } = props;
  const frameRef = useRef<HTMLElement>(null);
  const bodyRef = useRef<HTMLDivElement>(null);
  const size = useElementSize(bodyRef);
  const isNear = useIsNearViewport(frameRef);
  const queries = useMemo(() => metricQueriesOf(widget, definition), [widget, definition]);
  const { state, refetch } = useMetricQueries({
    backend,
    queries,
    timeRange: widget.timeRange ?? props.timeRange,
    widthPx: size?.width,
    mode: definition?.queryMode,
    variables: props.variables,
    timeZone,
    refreshIntervalMs: props.refreshIntervalMs,
    isPaused: props.isPaused,
    isEnabled: isNear && definition !== undefined,
    clock: props.clock,
  });
  useReportedState(state, isNear, props.onState);
  const hasData = state.status === 'ready';
  return (
    <WidgetFrame
      title={widget.title}
      headingLevel={props.headingLevel}
      description={widget.description}
      notices={hasData ? state.results.flatMap(({ notices }) => notices) : []}
      isBusy={isNear && state.status === 'loading' && definition !== undefined}
      isOutdated={hasData && state.isOutdated}
      hasNoRoom={size !== undefined && (size.width <= 0 || size.height <= 0)}
      staleText={hasData ? toStaleText(state, props) : undefined}
      actions={props.actions}
      alarm={props.alarm}
      table={hasData && canShowTable(definition) ? props.table : undefined}
      frameRef={frameRef}
      bodyRef={bodyRef}
    >
      <WidgetEnvironmentContext.Provider value={useEnvironment(props)}>
        <WidgetContent
          widget={widget}
          definition={definition}
          backend={backend}
          state={state}
          size={size}
          locale={locale}
          timeZone={timeZone}
          onRetry={refetch}
          isTable={props.table?.isShown === true && canShowTable(definition)}
          onTimeRangeSelect={props.onTimeRangeSelect}
          onZoomBack={props.onZoomBack}
          onPointClick={props.onPointClick}
        />
      </WidgetEnvironmentContext.Provider>
    </WidgetFrame>
  );
}

function canShowTable(definition: AnyWidgetDefinition | undefined): boolean {
  return definition?.toTable !== undefined && definition.isTabular !== true;
}

function useEnvironment(props: WidgetPaneProps): WidgetEnvironment {
  const { backend, variables, refreshIntervalMs, isPaused, clock } = props;
  const timeRange = props.widget.timeRange ?? props.timeRange;
  return useMemo(
    () => ({ backend, timeRange, variables, refreshIntervalMs, isPaused, clock }),
    [backend, timeRange, variables, refreshIntervalMs, isPaused, clock],
  );
}

function useReportedState(state: MetricQueriesState, isNear: boolean, onState: WidgetPaneProps['onState']): void {
  const reported = isNear ? state : undefined;
  useEffect(() => onState?.(reported), [reported, onState]);
  useEffect(() => () => onState?.(undefined), [onState]);
}

function toStaleText(
  { refreshError, updatedAtMs }: Extract<MetricQueriesState, { readonly status: 'ready' }>,
  { timeZone, locale, isPaused }: WidgetPaneProps,
): string | undefined {
  if (refreshError === undefined) return undefined;
  const time = new TimeFormatter({ locale, timeZone }).format(updatedAtMs, 'second');
  const what = isOutage(refreshError) ? 'Cannot reach the backend' : `The last refresh failed: ${refreshError.message}`;
  return `${what}${isPaused ? '' : ', trying again'}; showing data of ${time}.`;
}
