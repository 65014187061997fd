export { compileRegex, type Regex } from '../regex/compileRegex.ts';
export type {
  Aggregation,
  AtModifier,
  BinaryExpr,
  BinaryOperator,
  Call,
  DurationExpr,
  EdgeModifier,
  Expr,
  MatrixSelector,
  NumberLiteral,
  ParenExpr,
  Positioned,
  StringLiteral,
  Subquery,
  UnaryExpr,
  VectorMatching,
  VectorSelector,
} from './ast.ts';
export { checkTypes } from './checkTypes.ts';
export { formatDuration, parseDurationMs } from './durations.ts';
export { formatExpr } from './formatExpr.ts';
export { isIncremental } from './isIncremental.ts';
export type { Labels } from './labels.ts';
export { type LabelRole, type LabelUse, listUses, type MetricUse, type QueryUses } from './listUses.ts';
export type { Matcher, MatcherOperator } from './Matcher.ts';
export { formatNumber } from './numbers.ts';
export { PromqlSyntaxError } from './PromqlSyntaxError.ts';
export { type ParseOptions, parseExpr } from './parseExpr.ts';
export { parseSelector } from './parseSelector.ts';
export { printExpr, printSelector } from './printExpr.ts';
export type { Assertion, CharacterSet, RegexNode } from './regex/ast.ts';
export { tryParseRegex } from './regex/parseRegex.ts';
export { RegexError } from './regex/RegexError.ts';
export { aggregatorParameters, type FunctionSignature, functionSignatures, type ValueType } from './signatures.ts';
export { sortMatchers } from './sortMatchers.ts';
export { isValidName, quoteString, unquoteString } from './strings.ts';
export { typeOf } from './typeOf.ts';
export { metricNameOf, rewriteExpr, selectorsIn, visitExpr, withMatchers } from './visitExpr.ts';
