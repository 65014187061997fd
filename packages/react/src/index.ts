export { LiveIndicator, type LiveIndicatorProps } from './controls/LiveIndicator.tsx';
export { RefreshControl, type RefreshControlProps } from './controls/RefreshControl.tsx';
export { TimeRangeControl, type TimeRangeControlProps } from './controls/TimeRangeControl.tsx';
export { Dashboard, type DashboardProps } from './dashboard/Dashboard.tsx';
export { type UseDashboardRefreshResult, useDashboardRefresh } from './dashboard/useDashboardRefresh.ts';
export { type UseDashboardTimeRangeResult, useDashboardTimeRange } from './dashboard/useDashboardTimeRange.ts';
export { type UseDashboardVariablesResult, useDashboardVariables } from './dashboard/useDashboardVariables.ts';
export type { Theme } from './provider/GlasspaneRoot.tsx';
export type { MetricQueriesState, ReadyMetricQueries } from './query/MetricQueriesState.ts';
export {
  type UseMetricQueriesOptions,
  type UseMetricQueriesResult,
  useMetricQueries,
} from './query/useMetricQueries.ts';
export { TimeSeriesChart, type TimeSeriesChartProps } from './timeSeriesChart/TimeSeriesChart.tsx';
export { builtInWidgets } from './widget/builtInWidgets.ts';
export {
  type AnyWidgetDefinition,
  defineWidget,
  type OptionsSchema,
  type WidgetDefinition,
  type WidgetQueryResult,
  type WidgetViewProps,
} from './widget/defineWidget.ts';
export type { FrameViewProps } from './widgets/FrameViewProps.ts';
export type { TimeSeriesOptions } from './widgets/timeSeries/TimeSeriesOptions.ts';
export { TimeSeriesView, type TimeSeriesViewProps } from './widgets/timeSeries/TimeSeriesView.tsx';
