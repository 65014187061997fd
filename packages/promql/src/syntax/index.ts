export type { Labels } from './labels.ts';
export type { Matcher, MatcherOperator } from './Matcher.ts';
