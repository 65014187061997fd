import type { Alert, Backend, Clock, FieldOptions, Query, TimeRange, VariableValues, Widget } from '@glasspane/core';
import type { QueryClient } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import type { WidgetPointClick } from '../chart/interaction/PointClick.ts';
import { useDashboardContext } from '../dashboard/DashboardContext.ts';
import { DashboardProvider } from '../dashboard/DashboardProvider.tsx';
import { DashboardWidget } from '../dashboard/DashboardWidget.tsx';
import { useDashboardTimeRange } from '../dashboard/useDashboardTimeRange.ts';
import { GlasspaneRoot, type Theme } from '../provider/GlasspaneRoot.tsx';
import { QueryScope } from '../provider/QueryScope.tsx';
import { timeSeriesScreenWidget } from '../widgets/timeSeries/timeSeriesScreenWidget.tsx';

/**
 * Props of {@link TimeSeriesChart}.
 *
 * @public
 */
export interface TimeSeriesChartProps {
  /** What the chart is called, on the screen and by screen readers. */
  readonly title: string;
  readonly description?: string | undefined;
  /** Where the data comes from. Make it once, outside of the component: each new one starts with an empty cache. */
  readonly backend: Backend;
  /** What is asked: one PromQL expression, or several queries. */
  readonly query: string | readonly Query[];
  /** How values are shown: unit, decimals, thresholds … */
  readonly field?: FieldOptions | undefined;
  /** The options of the widget type `timeSeries`. */
  readonly options?: Readonly<Record<string, unknown>> | undefined;
  /** The time range, where the host controls it. */
  readonly timeRange?: TimeRange | undefined;
  /**
   * The time range at the start.
   *
   * @defaultValue `{ from: 'now-1h', to: 'now' }`
   */
  readonly defaultTimeRange?: TimeRange | undefined;
  /** Hears of every time range that the viewer chooses by dragging over the chart. */
  readonly onTimeRangeChange?: ((timeRange: TimeRange) => void) | undefined;
  /**
   * Hears of the alert that a viewer presses in the list of a widget's alerts. Left out: the alert leads to its runbook,
   * where it has one.
   */
  readonly onAlertClick?: ((alert: Alert) => void) | undefined;
  /**
   * Hears of the samples, bars, slices and cells that a viewer clicks or takes with Enter: to drill down. A call of
   * `preventDefault` on what it is given keeps the chart from pinning its tooltip.
   */
  readonly onPointClick?: ((point: WidgetPointClick) => void) | undefined;
  /**
   * The height, frame included, in CSS pixels or as CSS has it. The width is the container's.
   *
   * @defaultValue 240
   */
  readonly height?: number | string | undefined;
  /**
   * How often to ask again, in milliseconds; 0 means not by interval.
   *
   * @defaultValue 30000
   */
  readonly refreshIntervalMs?: number | undefined;
  /**
   * Whether new samples show at once, where the backend can tell of them.
   *
   * @defaultValue true
   */
  readonly isLive?: boolean | undefined;
  readonly variables?: VariableValues | undefined;
  /**
   * The look.
   *
   * @defaultValue 'auto'
   */
  readonly theme?: Theme | undefined;
  /** A BCP 47 locale; left out: the browser's. */
  readonly locale?: string | undefined;
  /** An IANA time zone; left out: the browser's. */
  readonly timeZone?: string | undefined;
  /**
   * The level of the chart's heading on the page.
   *
   * @defaultValue 3
   */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  /** The TanStack client to cache in. Left out: the one in context, else one of this instance. */
  readonly queryClient?: QueryClient | undefined;
  /** The time; left out: the browser's. */
  readonly clock?: Clock | undefined;
}

const definitions = [timeSeriesScreenWidget];
const lastHour: TimeRange = { from: 'now-1h', to: 'now' };

/**
 * Shows one live chart: the smallest thing to embed. It needs no provider around it.
 *
 * @example
 * ```tsx
 * <TimeSeriesChart title="Requests" backend={backend} query="sum(rate(http_requests_total[5m]))" />
 * ```
 * @public
 */
export function TimeSeriesChart(props: TimeSeriesChartProps): ReactElement {
  const { timeRange, onTimeRangeChange, variables } = props;
  return (
    <GlasspaneRoot theme={props.theme ?? 'auto'} className="gp-embed">
      <QueryScope client={props.queryClient}>
        <DashboardProvider
          backend={props.backend}
          definitions={definitions}
          clock={props.clock}
          initial={{
            timeRange: props.defaultTimeRange ?? lastHour,
            refreshIntervalMs: props.refreshIntervalMs ?? 30_000,
            isPaused: false,
            variables: {},
          }}
          controlled={{
            ...(timeRange === undefined ? {} : { timeRange }),
            ...(variables === undefined ? {} : { variables }),
          }}
          isLive={props.isLive}
          locale={props.locale}
          timeZone={props.timeZone}
          headingLevel={props.headingLevel ?? 3}
          onAlertClick={props.onAlertClick}
          onPointClick={props.onPointClick}
          onChange={(values) => values.timeRange !== undefined && onTimeRangeChange?.(values.timeRange)}
        >
          <Chart {...props} />
        </DashboardProvider>
      </QueryScope>
    </GlasspaneRoot>
  );
}

function Chart(props: TimeSeriesChartProps): ReactElement {
  const widget = useChartWidget(props);
  const { store } = useDashboardContext('TimeSeriesChart');
  const { canZoomBack } = useDashboardTimeRange();
  return (
    <div className="gp-embed-box" style={{ height: props.height ?? 240 }}>
      <DashboardWidget
        widget={widget}
        actions={
          canZoomBack && (
            <button type="button" className="gp-button" data-size="small" onClick={() => store.getState().resetZoom()}>
              Reset zoom
            </button>
          )
        }
      />
    </div>
  );
}

/** Keeps the widget's reference while the props say the same: hosts write queries and options inline. */
function useChartWidget({ title, description, query, field, options }: TimeSeriesChartProps): Widget {
  const parts = { title, description, field, options };
  const queries = typeof query === 'string' ? [{ refId: 'A', expr: query }] : query;
  const key = JSON.stringify([parts, queries]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the content of all of them
  return useMemo(
    () => ({ id: 'chart', type: 'timeSeries', layout: { x: 0, y: 0, w: 24, h: 8 }, queries, ...parts }),
    [key],
  );
}
