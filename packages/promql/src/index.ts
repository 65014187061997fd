export { evaluateInstant, type InstantResult, type MatrixSeries } from './evaluate/evaluateInstant.ts';
export { evaluateRange, type QueryRange, type RangeResult, type ResultSeries } from './evaluate/evaluateRange.ts';
export type { Annotation, EvaluationLimits, EvaluationOptions } from './evaluate/options.ts';
export { PromqlEvaluationError, type PromqlEvaluationErrorKind } from './evaluate/PromqlEvaluationError.ts';
export { compileMatchers, createMatcherPredicate } from './source/compileMatchers.ts';
export type { SampleSeries, SampleSource, SeriesRequest } from './source/SampleSource.ts';
export type { Labels } from './syntax/labels.ts';
export type { Matcher, MatcherOperator } from './syntax/Matcher.ts';
export { PromqlSyntaxError } from './syntax/PromqlSyntaxError.ts';
