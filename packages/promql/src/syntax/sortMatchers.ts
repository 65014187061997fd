import type { Expr } from './ast.ts';
import { printMatcher } from './printExpr.ts';
import { rewriteExpr } from './visitExpr.ts';

/**
 * Returns the expression with the conditions of each selector in the order in which Prometheus prints them. Their order
 * means nothing otherwise.
 *
 * @public
 */
export function sortMatchers(expr: Expr): Expr {
  return rewriteExpr(expr, (node) => {
    if (node.type !== 'vectorSelector') return node;
    const [first] = node.matchers;
    const isNamed = first?.name === '__name__' && first.operator === '=' && node.isNameInBraces !== true;
    const inBraces = (isNamed ? node.matchers.slice(1) : node.matchers)
      .map((matcher) => ({ matcher, text: printMatcher(matcher) }))
      .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
      .map(({ matcher }) => matcher);
    if (isNamed) return { ...node, matchers: [first, ...inBraces] };
    return { ...node, matchers: inBraces, ...(inBraces[0]?.name === '__name__' ? { isNameInBraces: true } : {}) };
  });
}
