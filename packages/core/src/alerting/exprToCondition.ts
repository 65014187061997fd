import {
  type Expr,
  formatNumber,
  metricNameOf,
  parseExpr,
  printExpr,
  type VectorSelector,
} from '@glasspane/promql/syntax';
import type { AlertCondition } from './AlertCondition.ts';
import { conditionToExpr } from './conditionToExpr.ts';
import { splitCondition } from './splitCondition.ts';

/**
 * Returns a condition in its short form, where it has one: what {@link conditionToExpr} gives for the result means the
 * same. Left out for every other PromQL.
 *
 * @public
 */
export function exprToCondition(condition: string): AlertCondition | undefined {
  const compared = splitCondition(condition);
  if (compared === undefined) return undefined;
  const found = withoutComparison(parseExpr(compared.expr));
  if (found === undefined) return undefined;
  const short: AlertCondition = { ...found, operator: compared.operator, threshold: compared.threshold };
  // The short form knows no offsets, no computed ranges and so on: what it would lose, it does not stand for.
  const { expr, operator, threshold } = compared;
  return sameQuery(conditionToExpr(short), `${expr} ${operator} ${formatNumber(threshold)}`) ? short : undefined;
}

type ShortQuery = Omit<AlertCondition, 'operator' | 'threshold'>;

function withoutComparison(expr: Expr): ShortQuery | undefined {
  if (expr.type === 'paren') return withoutComparison(expr.expr);
  if (expr.type !== 'aggregation') return reducedOf(expr);
  const operator = (['sum', 'avg', 'min', 'max', 'count'] as const).find((name) => name === expr.name);
  const reduced = reducedOf(expr.expr);
  if (operator === undefined || reduced === undefined || expr.isWithout) return undefined;
  return { ...reduced, aggregate: { operator, ...(expr.grouping.length === 0 ? {} : { by: expr.grouping }) } };
}

const reducers = ['rate', 'increase', 'avg_over_time', 'min_over_time', 'max_over_time', 'sum_over_time'] as const;

function reducedOf(expr: Expr): ShortQuery | undefined {
  if (expr.type === 'vectorSelector') return selectedOf(expr);
  const reducer = expr.type === 'call' ? reducers.find((name) => name === expr.name) : undefined;
  const [argument] = expr.type === 'call' ? expr.args : [];
  if (reducer === undefined || argument?.type !== 'matrixSelector') return undefined;
  if (argument.range.type !== 'durationLiteral') return undefined;
  const selected = selectedOf(argument.selector);
  return selected && { ...selected, over: { reducer, windowMs: argument.range.seconds * 1000 } };
}

function selectedOf(selector: VectorSelector): ShortQuery | undefined {
  const metric = metricNameOf(selector);
  if (metric === undefined) return undefined;
  const matchers = selector.matchers.filter(({ name }) => name !== '__name__');
  return { metric, ...(matchers.length === 0 ? {} : { matchers }) };
}

function sameQuery(a: string, b: string): boolean {
  return printExpr(parseExpr(a)) === printExpr(parseExpr(b));
}
