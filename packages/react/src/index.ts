export { AlertList, type AlertListProps } from './alerts/AlertList.tsx';
export { AlertRuleEditor, type AlertRuleEditorProps } from './alerts/AlertRuleEditor.tsx';
export { AlertRuleList, type AlertRuleListProps } from './alerts/AlertRuleList.tsx';
export { SilenceButton, type SilenceButtonProps } from './alerts/SilenceButton.tsx';
export { SilenceList, type SilenceListProps } from './alerts/SilenceList.tsx';
export type { PointClick, WidgetPointClick } from './chart/interaction/PointClick.ts';
export type { TooltipOptions } from './chart/interaction/TooltipOptions.ts';
export type { LegendOptions } from './chart/LegendOptions.ts';
export type { SeriesStyle } from './chart/series/SeriesStyle.ts';
export { LiveIndicator, type LiveIndicatorProps } from './controls/LiveIndicator.tsx';
export { RefreshControl, type RefreshControlProps } from './controls/RefreshControl.tsx';
export { TimeRangeControl, type TimeRangeControlProps } from './controls/TimeRangeControl.tsx';
export { Dashboard, type DashboardProps } from './dashboard/Dashboard.tsx';
export { type UseDashboardRefreshResult, useDashboardRefresh } from './dashboard/useDashboardRefresh.ts';
export { type UseDashboardTimeRangeResult, useDashboardTimeRange } from './dashboard/useDashboardTimeRange.ts';
export { type UseDashboardVariablesResult, useDashboardVariables } from './dashboard/useDashboardVariables.ts';
export type { ExportFonts } from './export/ExportPlatform.ts';
export { ExportButton, type ExportButtonProps } from './exportButton/ExportButton.tsx';
export { IncidentList, type IncidentListProps } from './incidents/IncidentList.tsx';
export { IncidentView, type IncidentViewProps } from './incidents/IncidentView.tsx';
export type { PanelProps } from './panels/PanelProps.ts';
export type { Theme } from './provider/GlasspaneRoot.tsx';
export type { MetricQueriesState, ReadyMetricQueries } from './query/MetricQueriesState.ts';
export {
  type UseMetricQueriesOptions,
  type UseMetricQueriesResult,
  useMetricQueries,
} from './query/useMetricQueries.ts';
export { ReportList, type ReportListProps } from './reports/ReportList.tsx';
export { ReportScheduleEditor, type ReportScheduleEditorProps } from './reports/ReportScheduleEditor.tsx';
export type { ThemeColors } from './theme/colorTokens.ts';
export { TimeSeriesChart, type TimeSeriesChartProps } from './timeSeriesChart/TimeSeriesChart.tsx';
export { builtInWidgets } from './widget/builtInWidgets.ts';
export {
  type AnyWidgetDefinition,
  defineWidget,
  type OptionsSchema,
  type WidgetAskRequest,
  type WidgetDefinition,
  type WidgetMarksRequest,
  type WidgetQueryResult,
  type WidgetSvgProps,
  type WidgetTableInput,
  type WidgetViewProps,
} from './widget/defineWidget.ts';
export { useWidgetEnvironment, type WidgetEnvironment } from './widget/WidgetEnvironment.ts';
export type { QueryExemplars, WidgetMarks } from './widget/WidgetMarks.ts';
export type { WidgetTable, WidgetTableColumn } from './widget/WidgetTable.ts';
export type { BarChartOptions } from './widgets/barChart/BarChartOptions.ts';
export { BarChartView, type BarChartViewProps } from './widgets/barChart/BarChartView.tsx';
export type { BarGaugeOptions } from './widgets/barGauge/BarGaugeOptions.ts';
export { BarGaugeView, type BarGaugeViewProps } from './widgets/barGauge/BarGaugeView.tsx';
export type { CostOptions, CustomCostPeriod } from './widgets/cost/CostOptions.ts';
export { CostView, type CostViewProps } from './widgets/cost/CostView.tsx';
export type { FrameViewProps } from './widgets/FrameViewProps.ts';
export type { GaugeOptions } from './widgets/gauge/GaugeOptions.ts';
export { GaugeView, type GaugeViewProps } from './widgets/gauge/GaugeView.tsx';
export type { HeatmapOptions } from './widgets/heatmap/HeatmapOptions.ts';
export { HeatmapView, type HeatmapViewProps } from './widgets/heatmap/HeatmapView.tsx';
export type { HistogramOptions } from './widgets/histogram/HistogramOptions.ts';
export { HistogramView, type HistogramViewProps } from './widgets/histogram/HistogramView.tsx';
export type { LogsOptions } from './widgets/logs/LogsOptions.ts';
export { LogsView, type LogsViewProps } from './widgets/logs/LogsView.tsx';
export type { PieOptions } from './widgets/pie/PieOptions.ts';
export { PieView, type PieViewProps } from './widgets/pie/PieView.tsx';
export type { BurnRateRule, SloOptions } from './widgets/slo/SloOptions.ts';
export { SloView, type SloViewProps } from './widgets/slo/SloView.tsx';
export type { StatOptions } from './widgets/stat/StatOptions.ts';
export { StatView, type StatViewProps } from './widgets/stat/StatView.tsx';
export type { StateTimelineOptions } from './widgets/stateTimeline/StateTimelineOptions.ts';
export { StateTimelineView, type StateTimelineViewProps } from './widgets/stateTimeline/StateTimelineView.tsx';
export type { StatusHistoryOptions } from './widgets/statusHistory/StatusHistoryOptions.ts';
export { StatusHistoryView, type StatusHistoryViewProps } from './widgets/statusHistory/StatusHistoryView.tsx';
export type { TableCellKind, TableColumnStyle } from './widgets/table/TableColumnStyle.ts';
export type { TableOptions } from './widgets/table/TableOptions.ts';
export { TableView, type TableViewProps } from './widgets/table/TableView.tsx';
export type { TextOptions } from './widgets/text/TextOptions.ts';
export { TextView, type TextViewProps } from './widgets/text/TextView.tsx';
export type { TimeSeriesOptions } from './widgets/timeSeries/TimeSeriesOptions.ts';
export { TimeSeriesView, type TimeSeriesViewProps } from './widgets/timeSeries/TimeSeriesView.tsx';
export type { TopListOptions } from './widgets/topList/TopListOptions.ts';
export { TopListView, type TopListViewProps } from './widgets/topList/TopListView.tsx';
export type { TreemapOptions } from './widgets/treemap/TreemapOptions.ts';
export { TreemapView, type TreemapViewProps } from './widgets/treemap/TreemapView.tsx';
