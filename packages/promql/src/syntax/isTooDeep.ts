import type { DurationExpr, Expr } from './ast.ts';
import { childrenOf } from './visitExpr.ts';

/** Longer than the longest chain that the parser takes, and far from the end of the stack for whoever walks the tree. */
export const maxLevels = 1500;

function durationsOf(node: Expr | DurationExpr): readonly (DurationExpr | undefined)[] {
  switch (node.type) {
    case 'vectorSelector':
      return [node.offset];
    case 'matrixSelector':
      return [node.range];
    case 'subquery':
      return [node.range, node.step, node.offset];
    case 'durationBinary':
    case 'durationChoice':
      return [node.left, node.right];
    case 'durationUnary':
    case 'durationParen':
      return [node.expr];
    default:
      return [];
  }
}

const isExpr = (node: Expr | DurationExpr): node is Expr => !node.type.startsWith('duration');

/** Returns whether an expression, durations included, has too many levels to be walked. It is not walked for that. */
export function isTooDeep(expr: Expr): boolean {
  let level: readonly (Expr | DurationExpr)[] = [expr];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === maxLevels) return true;
    level = level.flatMap((node) => {
      const durations = durationsOf(node).filter((duration) => duration !== undefined);
      return isExpr(node) ? [...childrenOf(node), ...durations] : durations;
    });
  }
  return false;
}
