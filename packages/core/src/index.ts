export type { Backend, Capability } from './backend/Backend.ts';
export type { MetricSample, MetricSink } from './backend/MetricSink.ts';
export type {
  InstantRequest,
  LabelRequest,
  LiveState,
  MetricSource,
  MetricSubscription,
  Notice,
  QueryResult,
  RangeRequest,
} from './backend/MetricSource.ts';
export type { Clock } from './clock/Clock.ts';
export type { Dashboard } from './dashboard/Dashboard.ts';
export type { FieldOptions, Threshold, ValueMapping } from './dashboard/FieldOptions.ts';
export type { Widget, WidgetLayout } from './dashboard/Widget.ts';
export { CancelledError } from './errors/CancelledError.ts';
export { type ErrorCode, GlasspaneError, type GlasspaneErrorOptions } from './errors/GlasspaneError.ts';
export { type DocumentIssue, InvalidDocumentError } from './errors/InvalidDocumentError.ts';
export { decimateM4 } from './decimate/decimateM4.ts';
export { type PixelColumns, type PixelColumnsOptions, pixelColumns } from './decimate/pixelColumns.ts';
export { type DisplayValue, displayValue, findMapping, findThreshold } from './format/displayValue.ts';
export type { FormattedValue } from './format/FormattedValue.ts';
export { type NiceTicks, type NiceTicksOptions, niceTicks } from './format/niceTicks.ts';
export { seriesNames } from './format/seriesNames.ts';
export { TimeFormatter, type TimeFormatterOptions, type TimeStyle } from './format/TimeFormatter.ts';
export { type TimeTick, type TimeTicksOptions, timeTicks } from './format/timeTicks.ts';
export { type ValueFormat, ValueFormatter, type ValueFormatterOptions } from './format/ValueFormatter.ts';
export { type ValueAxis, type ValueAxisOptions, valueAxis } from './format/valueAxis.ts';
export { type Reducer, reduceField } from './reduce/reduceField.ts';
export type { Field, Frame, NumberField, StringField, TimeField } from './frame/Frame.ts';
export type { MetricDescriptor, MetricType } from './metric/MetricDescriptor.ts';
export type { Query } from './query/Query.ts';
export type { AbsoluteTimeRange, TimeRange } from './timeRange/TimeRange.ts';
export type { Variable, VariableValue, VariableValues } from './variables/Variable.ts';
