import type { Expr } from './ast.ts';
import { innerOf, printAggregator, printExpr, printOperator, printSubqueryRange, sidesOf } from './printExpr.ts';
import { sortMatchers } from './sortMatchers.ts';
import { utf8Length } from './strings.ts';

const maxColumns = 100;

const isLong = (expr: Expr): boolean => utf8Length(printExpr(expr)) > maxColumns;

/** Breaks what is too long for a line; what is short enough stays on one. */
function format(expr: Expr, level: number): string {
  const indent = '  '.repeat(level);
  // As in Prometheus, a sign is put before its operand afterwards, and a short subquery is not moved in.
  if (expr.type === 'unary') return indent + expr.operator + format(innerOf(expr), level).trim();
  if (!isLong(expr)) return expr.type === 'subquery' ? printExpr(expr) : indent + printExpr(expr);
  switch (expr.type) {
    case 'binary': {
      const [left, right] = sidesOf(expr).map((side) => format(side, level + 1));
      return `${left}\n${indent}${printOperator(expr)}\n${right}`;
    }
    case 'aggregation': {
      const first = expr.parameter === undefined ? '' : `${format(expr.parameter, level + 1)},\n`;
      return `${indent}${printAggregator(expr)}(\n${first}${format(expr.expr, level + 1)}\n${indent})`;
    }
    case 'call': {
      const args = expr.args.map((argument) => format(argument, level + 1)).join(',\n');
      return `${indent}${expr.name}(\n${args}\n${indent})`;
    }
    case 'paren':
      return `${indent}(\n${format(expr.expr, level + 1)}\n${indent})`;
    case 'subquery':
      return format(innerOf(expr), level) + printSubqueryRange(expr);
    default:
      return indent + printExpr(expr);
  }
}

/**
 * Returns the expression as Prometheus formats it: what is longer than 100 characters is broken into indented lines,
 * and the conditions of each selector are in order.
 *
 * @public
 */
export function formatExpr(expr: Expr): string {
  return format(sortMatchers(expr), 0);
}
