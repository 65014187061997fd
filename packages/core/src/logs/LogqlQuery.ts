import type { Matcher } from '@glasspane/promql/syntax';

/**
 * How a line filter compares: contains, does not contain, matches or does not match a regular expression. Regular
 * expressions are RE2 and may match anywhere in the line.
 *
 * @public
 */
export type LineFilterOperator = '|=' | '!=' | '|~' | '!~';

/**
 * One condition on a log line.
 *
 * @public
 */
export interface LineFilter {
  readonly operator: LineFilterOperator;
  /** The text or regular expression, unescaped. */
  readonly value: string;
}

/**
 * A LogQL log query: which streams, and which of their lines.
 *
 * @public
 */
export interface LogqlQuery {
  /** Conditions on the streams' labels; a line is found when all hold. */
  readonly matchers: readonly Matcher[];
  /** Conditions on the line; a line is found when all hold. */
  readonly filters: readonly LineFilter[];
  /** Conditions on the labels of the line, which has those of its stream and may have more; all must hold. */
  readonly labelFilters: readonly Matcher[];
}
