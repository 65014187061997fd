import type { DurationExpr, Expr } from './ast.ts';
import { visitExpr } from './visitExpr.ts';

/** Whether the duration is a plain one, and not negative. */
function isFixed(duration: DurationExpr | undefined): boolean {
  if (duration === undefined) return true;
  return duration.type === 'durationLiteral' && duration.seconds >= 0;
}

const dependsOnQuery: ReadonlySet<string> = /* @__PURE__ */ new Set(['start', 'end', 'step', 'range']);

function isFixedInTime(node: Expr): boolean {
  switch (node.type) {
    case 'vectorSelector':
      return node.at === undefined && node.edges !== 'smoothed' && isFixed(node.offset);
    case 'matrixSelector':
      return isFixed(node.range);
    case 'subquery':
      return node.at === undefined && [node.range, node.step, node.offset].every(isFixed);
    case 'call':
      return !dependsOnQuery.has(node.name);
    default:
      return true;
  }
}

/**
 * Returns whether the value at a step depends only on samples up to that step, and not on the start, end or step of the
 * query. Steps that were answered once then stay valid when the window moves on, late samples aside, and a refresh may
 * ask for the new ones only.
 *
 * Doubt counts as `false`: `@` and computed durations are never incremental.
 *
 * @public
 */
export function isIncremental(expr: Expr): boolean {
  let result = true;
  visitExpr(expr, (node) => {
    result &&= isFixedInTime(node);
    return result;
  });
  return result;
}
