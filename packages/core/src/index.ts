export type { Labels, Matcher, MatcherOperator } from '@glasspane/promql/syntax';
export type { Alert, AlertState } from './alerting/Alert.ts';
export type { AlertRule, AlertSeverity } from './alerting/AlertRule.ts';
export { parseAlertRule } from './alerting/parseAlertRule.ts';
export type { NewSilence, Silence, SilenceState } from './alerting/Silence.ts';
export type { Annotation } from './annotation/Annotation.ts';
export { parseAnnotation } from './annotation/parseAnnotation.ts';
export type { AlertRequest, AlertSource, SilenceStore } from './backend/AlertSource.ts';
export type { AnnotationRequest, AnnotationSource, NewAnnotation } from './backend/AnnotationSource.ts';
export type { Backend, Capability } from './backend/Backend.ts';
export type { DashboardExporter, ExportRequest } from './backend/DashboardExporter.ts';
export type { DashboardStore, StoredDashboard } from './backend/DashboardStore.ts';
export type { IncidentRequest, IncidentStore } from './backend/IncidentStore.ts';
export type { LogRequest, LogSource, LogSubscription } from './backend/LogSource.ts';
export type { MetricSample, MetricSink } from './backend/MetricSink.ts';
export type {
  Exemplar,
  ExemplarRequest,
  ExemplarSeries,
  InstantRequest,
  LabelRequest,
  LiveState,
  MetricSource,
  MetricSubscription,
  Notice,
  QueryResult,
  RangeRequest,
} from './backend/MetricSource.ts';
export type { NewReportSchedule, ReportStore, ScheduledReport } from './backend/ReportStore.ts';
export type { AlertRuleStatus, Channel, NewAlertRule, RuleEditor, RuleSource } from './backend/RuleSource.ts';
export type { Clock } from './clock/Clock.ts';
export type { Dashboard } from './dashboard/Dashboard.ts';
export type {
  ColorOptions,
  FieldLink,
  FieldOptions,
  SpecialValue,
  Threshold,
  ValueMapping,
} from './dashboard/FieldOptions.ts';
export type { FieldMatcher, FieldOverride } from './dashboard/FieldOverride.ts';
export { DASHBOARD_SCHEMA_VERSION, migrateDashboard } from './dashboard/migrateDashboard.ts';
export { parseDashboard, parseWidget, serializeDashboard } from './dashboard/parseDashboard.ts';
export type { Widget, WidgetLayout, WidgetTransformation } from './dashboard/Widget.ts';
export { decimateM4 } from './decimate/decimateM4.ts';
export { type PixelColumns, type PixelColumnsOptions, pixelColumns } from './decimate/pixelColumns.ts';
export { parseWith } from './document/parseWith.ts';
export { CancelledError } from './errors/CancelledError.ts';
export { type ErrorCode, GlasspaneError, type GlasspaneErrorOptions } from './errors/GlasspaneError.ts';
export { type DocumentIssue, InvalidDocumentError } from './errors/InvalidDocumentError.ts';
export { toGlasspaneError } from './errors/toGlasspaneError.ts';
export type { ExportedFile, ExportFormat } from './export/ExportFormat.ts';
export { type DisplayValue, displayValue, valueColor } from './format/displayValue.ts';
export type { FormattedValue } from './format/FormattedValue.ts';
export { findMapping } from './format/findMapping.ts';
export { absoluteThresholds, fieldRange, findThreshold } from './format/findThreshold.ts';
export { type NiceTicks, type NiceTicksOptions, niceTicks } from './format/niceTicks.ts';
export type { ResolvedFieldOptions } from './format/ResolvedFieldOptions.ts';
export { seriesNames } from './format/seriesNames.ts';
export { TimeFormatter, type TimeFormatterOptions, type TimeStyle } from './format/TimeFormatter.ts';
export type { Rung, UnitDefinition } from './format/UnitDefinition.ts';
export { type ValueFormat, ValueFormatter, type ValueFormatterOptions } from './format/ValueFormatter.ts';
export { type ValueAxis, type ValueAxisOptions, valueAxis } from './format/valueAxis.ts';
export type { Field, Frame, NumberField, SeriesCell, SeriesField, StringField, TimeField } from './frame/Frame.ts';
export { frameToRows } from './frame/frameToRows.ts';
export { labelsKey } from './frame/labelsKey.ts';
export { shareFrame } from './frame/shareFrame.ts';
export type { Incident, IncidentAlert, IncidentEvent, IncidentStatus } from './incident/Incident.ts';
export { type IncidentStatistics, incidentStatistics } from './incident/incidentStatistics.ts';
export { matchersOf } from './live/matchersOf.ts';
export type { LogEntry } from './logs/LogEntry.ts';
export type { MetricDescriptor, MetricType } from './metric/MetricDescriptor.ts';
export { parseMetricDescriptor } from './metric/parseMetricDescriptor.ts';
export {
  type MetricQueryData,
  type MetricQueryInput,
  type MetricQueryKey,
  type MetricQueryOptions,
  metricQueryOptions,
} from './query/metricQueryOptions.ts';
export type { Query } from './query/Query.ts';
export { type QueryContext, type ResolvedQuery, resolveQuery } from './query/resolveQuery.ts';
export { alignToStep, resolveStep, type StepOptions } from './query/resolveStep.ts';
export { type Reducer, reduceField } from './reduce/reduceField.ts';
export { type FieldSummary, summarizeField } from './reduce/summarizeField.ts';
export type { ReportRun } from './report/ReportRun.ts';
export type { ReportFormat, ReportFrequency, ReportSchedule } from './report/ReportSchedule.ts';
export { forwardSource } from './source/forwardSource.ts';
export { type IncrementalOptions, incremental } from './source/incremental.ts';
export { limitConcurrency } from './source/limitConcurrency.ts';
export { liveEdge } from './source/liveEdge.ts';
export { type RetryOptions, retry } from './source/retry.ts';
export { type DefaultsOptions, withDefaults } from './source/withDefaults.ts';
export { type FormatTimeRangeOptions, formatTimeRange } from './timeRange/formatTimeRange.ts';
export { type QuickTimeRange, quickTimeRanges } from './timeRange/quickTimeRanges.ts';
export { isLiveRange, resolveTimeRange } from './timeRange/resolveTimeRange.ts';
export type { AbsoluteTimeRange, TimeRange } from './timeRange/TimeRange.ts';
export { TimeRangeError } from './timeRange/TimeRangeError.ts';
export { interpolatePromql } from './variables/interpolatePromql.ts';
export { interpolateText } from './variables/interpolateText.ts';
export type { Variable, VariableValue, VariableValues } from './variables/Variable.ts';
export { VariableError } from './variables/VariableError.ts';
export { variablesIn } from './variables/variableReferences.ts';
export { allValue } from './variables/variableValues.ts';
