import type { Call, Expr, VectorSelector } from '../syntax/ast.ts';
import type { Matcher } from '../syntax/Matcher.ts';
import { childrenOf } from '../syntax/visitExpr.ts';
import type { Evaluation } from './Evaluation.ts';

/** The labels by which a series and the series that describes it belong together. */
export const identifyingLabels: readonly string[] = ['instance', 'job'];

const isPositive = ({ operator }: Matcher): boolean => operator === '=' || operator === '=~';

/** Returns the conditions on the names of info metrics, and those on their labels, that a call of `info` gives. */
export function infoMatchers(call: Call): { readonly names: readonly Matcher[]; readonly data: readonly Matcher[] } {
  const [, selector] = call.args;
  const matchers = selector?.type === 'vectorSelector' ? selector.matchers : [];
  const names = matchers.filter(({ name }) => name === '__name__');
  const data = matchers.filter(({ name }) => name !== '__name__');
  if (names.length === 0) return { names: [{ name: '__name__', operator: '=', value: 'target_info' }], data };
  if (names.some(isPositive)) return { names, data };
  return { names: [...names, { name: '__name__', operator: '=~', value: '.+_info' }], data };
}

/** The path from an expression to its first selector. */
function pathToSelector(expr: Expr): readonly Expr[] | undefined {
  if (expr.type === 'vectorSelector') return [expr];
  for (const child of childrenOf(expr)) {
    const path = pathToSelector(child);
    if (path !== undefined) return [expr, ...path];
  }
  return undefined;
}

/**
 * Returns the selector of the series that `info` reads: those that fulfil the conditions, looked at when the series
 * of the first argument are looked at.
 */
export function infoSelector(call: Call, evaluation: Evaluation): VectorSelector {
  const [base = call] = call.args;
  let fixedMs: number | undefined;
  let offsetMs = 0;
  for (const node of pathToSelector(base) ?? []) {
    if (node.type !== 'subquery' && node.type !== 'vectorSelector') continue;
    const ownMs = evaluation.fixedTimeMs(node);
    if (ownMs !== undefined) {
      fixedMs = ownMs;
      offsetMs = 0;
    }
    offsetMs += evaluation.offsetMs(node);
  }
  const { names, data } = infoMatchers(call);
  const { start, end } = call;
  return {
    type: 'vectorSelector',
    matchers: [...names, ...data],
    offset: { type: 'durationLiteral', seconds: offsetMs / 1000, start, end },
    at: fixedMs === undefined ? undefined : { type: 'timestamp', timeMs: fixedMs },
    start,
    end,
  };
}
