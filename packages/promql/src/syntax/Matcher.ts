/**
 * How a label matcher compares: equal, not equal, matches or does not match a regular expression. Regular expressions
 * are RE2, anchored at both ends.
 *
 * @public
 */
export type MatcherOperator = '=' | '!=' | '=~' | '!~';

/**
 * One condition on one label of a series. An absent label compares as the empty string.
 *
 * @public
 */
export interface Matcher {
  /** The label's name; `__name__` for the metric's name. */
  readonly name: string;
  readonly operator: MatcherOperator;
  /** The value or regular expression, unescaped. */
  readonly value: string;
}
