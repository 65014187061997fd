import type { Expr } from './ast.ts';
import { innerOf, printAggregator, printExpr, printOperator, printSubqueryRange, sidesOf } from './printExpr.ts';
import { sortMatchers } from './sortMatchers.ts';
import { utf8Length } from './strings.ts';

const maxColumns = 100;

/** Breaks what is too long for a line; what is short enough stays on one. */
class Formatter {
  // How long each part is in one line. It is asked for at every level, and would be printed anew each time.
  readonly #lengths = new Map<Expr, number>();

  #lengthOf(expr: Expr): number {
    const known = this.#lengths.get(expr);
    if (known !== undefined) return known;
    const length = this.#measure(expr);
    this.#lengths.set(expr, length);
    return length;
  }

  #sum(exprs: readonly Expr[]): number {
    return exprs.reduce((sum, expr) => sum + this.#lengthOf(expr), 2 * Math.max(0, exprs.length - 1));
  }

  #measure(expr: Expr): number {
    switch (expr.type) {
      case 'binary':
        return this.#sum(sidesOf(expr)) + utf8Length(printOperator(expr));
      case 'aggregation': {
        const args = expr.parameter === undefined ? [expr.expr] : [expr.parameter, expr.expr];
        return this.#sum(args) + utf8Length(printAggregator(expr)) + 2;
      }
      case 'call':
        return this.#sum(expr.args) + expr.name.length + 2;
      case 'paren':
        return this.#lengthOf(expr.expr) + 2;
      case 'unary':
        return this.#lengthOf(innerOf(expr)) + 1;
      case 'subquery':
        return this.#lengthOf(innerOf(expr)) + utf8Length(printSubqueryRange(expr));
      default:
        return utf8Length(printExpr(expr));
    }
  }

  format(expr: Expr, level: number): string {
    const indent = '  '.repeat(level);
    // As in Prometheus, a sign is put before its operand afterwards, and a short subquery is not moved in.
    if (expr.type === 'unary') return indent + expr.operator + this.format(innerOf(expr), level).trim();
    if (this.#lengthOf(expr) <= maxColumns)
      return expr.type === 'subquery' ? printExpr(expr) : indent + printExpr(expr);
    switch (expr.type) {
      case 'binary': {
        const [left, right] = sidesOf(expr).map((side) => this.format(side, level + 1));
        return `${left}\n${indent}${printOperator(expr)}\n${right}`;
      }
      case 'aggregation': {
        const first = expr.parameter === undefined ? '' : `${this.format(expr.parameter, level + 1)},\n`;
        return `${indent}${printAggregator(expr)}(\n${first}${this.format(expr.expr, level + 1)}\n${indent})`;
      }
      case 'call': {
        const args = expr.args.map((argument) => this.format(argument, level + 1)).join(',\n');
        return `${indent}${expr.name}(\n${args}\n${indent})`;
      }
      case 'paren':
        return `${indent}(\n${this.format(expr.expr, level + 1)}\n${indent})`;
      case 'subquery':
        return this.format(innerOf(expr), level) + printSubqueryRange(expr);
      default:
        return indent + printExpr(expr);
    }
  }
}

/**
 * Returns the expression as Prometheus formats it: what is longer than 100 characters is broken into indented lines,
 * and the conditions of each selector are in order.
 *
 * @public
 */
export function formatExpr(expr: Expr): string {
  return new Formatter().format(sortMatchers(expr), 0);
}
