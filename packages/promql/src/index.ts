export type { SampleSeries, SampleSource, SeriesRequest } from './source/SampleSource.ts';
export type { Labels } from './syntax/labels.ts';
export type { Matcher, MatcherOperator } from './syntax/Matcher.ts';
export { PromqlSyntaxError } from './syntax/PromqlSyntaxError.ts';
