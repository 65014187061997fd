import { metricNameOf, parseExpr, selectorsIn } from '@glasspane/promql/syntax';

/**
 * Returns the rules whose condition uses a metric that one of the queries uses, in their order. What cannot be parsed
 * uses none.
 *
 * @param exprs - PromQL, its variables filled in.
 * @public
 */
export function rulesForQueries<TRule extends { readonly expr: string }>(
  rules: readonly TRule[],
  exprs: readonly string[],
): readonly TRule[] {
  const shown = new Set(exprs.flatMap(metricsIn));
  return shown.size === 0 ? [] : rules.filter(({ expr }) => metricsIn(expr).some((metric) => shown.has(metric)));
}

function metricsIn(expr: string): readonly string[] {
  try {
    return selectorsIn(parseExpr(expr)).flatMap((selector) => metricNameOf(selector) ?? []);
  } catch {
    return [];
  }
}
