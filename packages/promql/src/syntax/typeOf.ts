import type { Expr } from './ast.ts';
import { functionSignatures, type ValueType } from './signatures.ts';

/**
 * Returns the type of the value that the expression gives.
 *
 * @public
 */
export function typeOf(expr: Expr): ValueType {
  switch (expr.type) {
    case 'number':
      return 'scalar';
    case 'string':
      return 'string';
    case 'vectorSelector':
    case 'aggregation':
      return 'vector';
    case 'matrixSelector':
    case 'subquery':
      return 'matrix';
    case 'call':
      return functionSignatures.get(expr.name)?.returns ?? 'vector';
    case 'binary':
      // An operation gives a vector as soon as one side is one.
      return typeOf(expr.right) === 'scalar' ? typeOf(expr.left) : 'vector';
    default:
      return typeOf(expr.expr);
  }
}

/** The type in the words of Prometheus's messages. */
export function describeType(type: ValueType): string {
  return type === 'vector' ? 'instant vector' : type === 'matrix' ? 'range vector' : type;
}
