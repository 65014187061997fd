export { applyTransformations } from './applyTransformations.ts';
export { type OrderColumn, orderKeys, orderRows } from './columns/orderRows.ts';
export type {
  CalculateFieldTransformation,
  Calculation,
  CalculationOperand,
} from './kinds/calculateField.ts';
export type { FilterByNameTransformation } from './kinds/filterByName.ts';
export type { FilterByValueTransformation, ValueCondition } from './kinds/filterByValue.ts';
export type { GroupByTransformation } from './kinds/groupBy.ts';
export type { HistogramTransformation } from './kinds/histogram.ts';
export type { JoinByFieldTransformation } from './kinds/joinByField.ts';
export type { LabelsToFieldsTransformation } from './kinds/labelsToFields.ts';
export type { LimitTransformation } from './kinds/limit.ts';
export type { MergeTransformation } from './kinds/merge.ts';
export type { OrganizeTransformation } from './kinds/organize.ts';
export type { ReduceTransformation } from './kinds/reduce.ts';
export type { RenameByRegexTransformation } from './kinds/renameByRegex.ts';
export type { SeriesToRowsTransformation } from './kinds/seriesToRows.ts';
export type { SortByTransformation } from './kinds/sortBy.ts';
export type { TimeSeriesTableTransformation } from './kinds/timeSeriesTable.ts';
export { mergeFrames } from './mergeFrames.ts';
export { parseTransformations } from './parseTransformations.ts';
export type { Transformation } from './Transformation.ts';
export type { TransformationScope } from './TransformationKind.ts';
export { TransformError } from './TransformError.ts';
export type { TransformContext, TransformResult } from './TransformResult.ts';
