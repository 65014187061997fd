import type { Matcher } from './Matcher.ts';

/**
 * Where a node stands in the query text: UTF-16 offsets, `end` exclusive. Nodes made by a rewrite keep the place of the
 * node that they replace.
 *
 * @public
 */
export interface Positioned {
  readonly start: number;
  readonly end: number;
}

/**
 * A number, or a duration used as a number of seconds. A sign in front of it is part of it, as in Prometheus.
 *
 * @public
 */
export interface NumberLiteral extends Positioned {
  readonly type: 'number';
  readonly value: number;
  /** Whether it was written as a duration (`1h30m`) and prints as one. */
  readonly isDuration: boolean;
}

/**
 * A string. Bytes that are not UTF-8 (`"\xff"`) stand as lone surrogates U+DC80 to U+DCFF.
 *
 * @public
 */
export interface StringLiteral extends Positioned {
  readonly type: 'string';
  readonly value: string;
}

/**
 * A fixed evaluation time: `@ 1609746000`, `@ start()` or `@ end()`.
 *
 * @public
 */
export type AtModifier =
  | { readonly type: 'timestamp'; readonly timeMs: number }
  | { readonly type: 'start' }
  | { readonly type: 'end' };

/**
 * How the edges of a range are filled in: `anchored` or `smoothed`.
 *
 * @public
 */
export type EdgeModifier = 'anchored' | 'smoothed';

/**
 * An instant vector selector: `up{job="api"} offset 5m @ end()`.
 *
 * @public
 */
export interface VectorSelector extends Positioned {
  readonly type: 'vectorSelector';
  /** All conditions; the metric's name is one on `__name__`, and comes first when it was written before the braces. */
  readonly matchers: readonly Matcher[];
  /** Whether the metric's name, coming first, was written within the braces all the same, and so prints there. */
  readonly isNameInBraces?: boolean | undefined;
  readonly offset?: DurationExpr | undefined;
  readonly at?: AtModifier | undefined;
  readonly edges?: EdgeModifier | undefined;
}

/**
 * A range vector selector: `up[5m]`. Its modifiers stand on the selector within.
 *
 * @public
 */
export interface MatrixSelector extends Positioned {
  readonly type: 'matrixSelector';
  readonly selector: VectorSelector;
  readonly range: DurationExpr;
}

/**
 * A subquery: `expr[1h:5m]`.
 *
 * @public
 */
export interface Subquery extends Positioned {
  readonly type: 'subquery';
  readonly expr: Expr;
  readonly range: DurationExpr;
  readonly step?: DurationExpr | undefined;
  readonly offset?: DurationExpr | undefined;
  readonly at?: AtModifier | undefined;
}

/**
 * A function call.
 *
 * @public
 */
export interface Call extends Positioned {
  readonly type: 'call';
  readonly name: string;
  readonly args: readonly Expr[];
}

/**
 * An aggregation: `sum by (job) (expr)`.
 *
 * @public
 */
export interface Aggregation extends Positioned {
  readonly type: 'aggregation';
  /** In lower case. */
  readonly name: string;
  readonly expr: Expr;
  /** The k of `topk`, the label of `count_values` and so on. */
  readonly parameter?: Expr | undefined;
  readonly grouping: readonly string[];
  /** Whether {@link grouping} lists the labels to leave out. */
  readonly isWithout: boolean;
}

/**
 * The binary operators.
 *
 * @public
 */
export type BinaryOperator =
  | 'or'
  | 'and'
  | 'unless'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '</'
  | '>/'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | 'atan2'
  | '^';

/**
 * How the series of two vectors are paired.
 *
 * @public
 */
export interface VectorMatching {
  readonly mode: 'on' | 'ignoring';
  readonly labels: readonly string[];
  /** The side that may have many series for one of the other side. */
  readonly group?: 'left' | 'right' | undefined;
  /** Labels copied from the "one" side. */
  readonly include: readonly string[];
  /** The value that stands in for a missing series on the left. */
  readonly fillLeft?: number | undefined;
  /** The value that stands in for a missing series on the right. */
  readonly fillRight?: number | undefined;
}

/**
 * A binary operation.
 *
 * @public
 */
export interface BinaryExpr extends Positioned {
  readonly type: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expr;
  readonly right: Expr;
  /** Whether a comparison gives 0 or 1 instead of filtering. */
  readonly isBool: boolean;
  /** Left out when the query says nothing about matching. */
  readonly matching?: VectorMatching | undefined;
}

/**
 * A sign.
 *
 * @public
 */
export interface UnaryExpr extends Positioned {
  readonly type: 'unary';
  readonly operator: '+' | '-';
  readonly expr: Expr;
}

/**
 * An expression in parentheses.
 *
 * @public
 */
export interface ParenExpr extends Positioned {
  readonly type: 'paren';
  readonly expr: Expr;
}

/**
 * A PromQL expression.
 *
 * @public
 */
export type Expr =
  | NumberLiteral
  | StringLiteral
  | VectorSelector
  | MatrixSelector
  | Subquery
  | Call
  | Aggregation
  | BinaryExpr
  | UnaryExpr
  | ParenExpr;

/**
 * The length of a range, a step or an offset: mostly a literal, but it may be computed from literals and from the
 * query's own step and range. All values are seconds.
 *
 * @public
 */
export type DurationExpr =
  | (Positioned & {
      readonly type: 'durationLiteral';
      readonly seconds: number;
      /** Whether it is a plain number within a computation, and prints as one. */
      readonly isNumber?: boolean | undefined;
    })
  | (Positioned & { readonly type: 'durationSource'; readonly name: 'step' | 'range' })
  | (Positioned & {
      readonly type: 'durationChoice';
      readonly name: 'min_of' | 'max_of';
      readonly left: DurationExpr;
      readonly right: DurationExpr;
    })
  | (Positioned & {
      readonly type: 'durationBinary';
      readonly operator: '+' | '-' | '*' | '/' | '%' | '^';
      readonly left: DurationExpr;
      readonly right: DurationExpr;
    })
  | (Positioned & { readonly type: 'durationUnary'; readonly operator: '-'; readonly expr: DurationExpr })
  | (Positioned & { readonly type: 'durationParen'; readonly expr: DurationExpr });
