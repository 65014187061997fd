import { type BinaryExpr, type Expr, parseExpr, typeOf } from '@glasspane/promql/syntax';
import type { AlertCondition } from './AlertCondition.ts';

/**
 * A condition that compares something with one number.
 *
 * @public
 */
export interface ComparedValue {
  /** What is compared, as it is written: `rate(errors_total[5m])`. */
  readonly expr: string;
  readonly operator: AlertCondition['operator'];
  readonly threshold: number;
}

const flipped: Readonly<Record<string, AlertCondition['operator']>> = {
  '>': '<',
  '>=': '<=',
  '<': '>',
  '<=': '>=',
  '==': '==',
  '!=': '!=',
};

/**
 * Returns what a condition compares with which number, so that both can be drawn; a number on the left is moved to the
 * right. Left out where the condition is no PromQL, or no comparison of series with a number.
 *
 * @example
 * ```ts
 * splitCondition('0.05 < error_rate'); // { expr: 'error_rate', operator: '>', threshold: 0.05 }
 * ```
 * @public
 */
export function splitCondition(condition: string): ComparedValue | undefined {
  const comparison = comparisonOf(condition);
  if (comparison === undefined) return undefined;
  const { left, right, operator } = comparison;
  const side = flipped[operator];
  if (side === undefined) return undefined;
  const textOf = ({ start, end }: Expr): string => condition.slice(start, end);
  const isSeries = (expr: Expr): boolean => typeOf(expr) === 'vector';
  const [threshold, first] = [numberOf(right), numberOf(left)];
  if (threshold !== undefined && isSeries(left)) {
    return { expr: textOf(left), operator: operator as AlertCondition['operator'], threshold };
  }
  if (first !== undefined && isSeries(right)) return { expr: textOf(right), operator: side, threshold: first };
  return undefined;
}

function comparisonOf(condition: string): BinaryExpr | undefined {
  try {
    let expr = parseExpr(condition);
    while (expr.type === 'paren') expr = expr.expr;
    return expr.type === 'binary' && !expr.isBool ? expr : undefined;
  } catch {
    return undefined;
  }
}

function numberOf(expr: Expr): number | undefined {
  if (expr.type === 'number') return expr.value;
  if (expr.type === 'paren') return numberOf(expr.expr);
  if (expr.type !== 'unary') return undefined;
  const value = numberOf(expr.expr);
  return value === undefined || expr.operator === '+' ? value : -value;
}
