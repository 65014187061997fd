import type { Expr } from '../syntax/ast.ts';

/** Functions whose results depend on the time of the evaluation, whatever their arguments. */
const ofTheClock: ReadonlySet<string> = /* @__PURE__ */ new Set(
  'days_in_month day_of_month day_of_week day_of_year end hour minute month predict_linear range start step time timestamp year'.split(
    ' ',
  ),
);

/**
 * Returns whether Prometheus evaluates the expression at the first step only, because it takes it to be the same at all.
 * Of an aggregation it does not look at the parameter.
 */
export function isStepInvariant(expr: Expr): boolean {
  switch (expr.type) {
    case 'number':
    case 'string':
      return true;
    case 'vectorSelector':
    case 'subquery':
      return expr.at !== undefined;
    case 'matrixSelector':
      return isStepInvariant(expr.selector);
    case 'binary':
      return isStepInvariant(expr.left) && isStepInvariant(expr.right);
    case 'call': {
      const isOfSelector = expr.name === 'timestamp' && expr.args[0]?.type === 'vectorSelector';
      return (isOfSelector || !ofTheClock.has(expr.name)) && expr.args.every(isStepInvariant);
    }
    default:
      return isStepInvariant(expr.expr);
  }
}
