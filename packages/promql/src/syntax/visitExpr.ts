import type { Expr, VectorSelector } from './ast.ts';
import type { Matcher } from './Matcher.ts';

/**
 * Returns the expressions directly within an expression, in the order of the text.
 *
 * @internal
 */
export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.type) {
    case 'matrixSelector':
      return [expr.selector];
    case 'call':
      return expr.args;
    case 'aggregation':
      return expr.parameter === undefined ? [expr.expr] : [expr.parameter, expr.expr];
    case 'binary':
      return [expr.left, expr.right];
    case 'subquery':
    case 'unary':
    case 'paren':
      return [expr.expr];
    default:
      return [];
  }
}

/**
 * Calls the visitor with the expression and everything within it, each node before its children.
 *
 * @param visit - Gets the node and the nodes around it, outermost first. Returning `false` leaves out its children.
 *
 * @public
 */
export function visitExpr(expr: Expr, visit: (node: Expr, ancestors: readonly Expr[]) => boolean | undefined): void {
  const walk = (node: Expr, ancestors: readonly Expr[]): void => {
    if (visit(node, ancestors) === false) return;
    const path = [...ancestors, node];
    for (const child of childrenOf(node)) walk(child, path);
  };
  walk(expr, []);
}

function rewriteChildren(expr: Expr, rewrite: (node: Expr) => Expr): Expr {
  switch (expr.type) {
    case 'matrixSelector': {
      const selector = rewrite(expr.selector);
      if (selector.type !== 'vectorSelector') throw new TypeError('A range can only stand on a selector; keep it one.');
      return selector === expr.selector ? expr : { ...expr, selector };
    }
    case 'call': {
      const args = expr.args.map(rewrite);
      return args.every((argument, index) => argument === expr.args[index]) ? expr : { ...expr, args };
    }
    case 'aggregation': {
      const parameter = expr.parameter === undefined ? undefined : rewrite(expr.parameter);
      const inner = rewrite(expr.expr);
      const isSame = inner === expr.expr && parameter === expr.parameter;
      return isSame ? expr : { ...expr, expr: inner, ...(parameter === undefined ? {} : { parameter }) };
    }
    case 'binary': {
      const [left, right] = [rewrite(expr.left), rewrite(expr.right)];
      return left === expr.left && right === expr.right ? expr : { ...expr, left, right };
    }
    case 'subquery':
    case 'unary':
    case 'paren': {
      const inner = rewrite(expr.expr);
      return inner === expr.expr ? expr : { ...expr, expr: inner };
    }
    default:
      return expr;
  }
}

/**
 * Returns the expression with every node replaced by what the mapping gives for it, children first. Parts that do not
 * change keep their identity.
 *
 * @param map - Gets each node with its children already mapped. The selector within a range must stay a selector.
 *
 * @public
 */
export function rewriteExpr(expr: Expr, map: (node: Expr) => Expr): Expr {
  const rewrite = (node: Expr): Expr => map(rewriteChildren(node, rewrite));
  return rewrite(expr);
}

/**
 * Returns all selectors of the expression, those of ranges included, in the order of the text.
 *
 * @public
 */
export function selectorsIn(expr: Expr): VectorSelector[] {
  const selectors: VectorSelector[] = [];
  visitExpr(expr, (node) => {
    if (node.type === 'vectorSelector') selectors.push(node);
  });
  return selectors;
}

/**
 * Returns the expression with the matchers added to every selector in it, so that no part of it reads other series.
 *
 * `info(x)` reads series that no selector names; it gets one, and then copies no labels but those of the matchers. Where
 * queries are evaluated here, `enforceMatchers` around the source is the better fence: it leaves their meaning alone.
 *
 * @public
 */
export function withMatchers(expr: Expr, matchers: readonly Matcher[]): Expr {
  return rewriteExpr(expr, (node) => {
    if (node.type === 'vectorSelector') return { ...node, matchers: [...node.matchers, ...matchers] };
    if (node.type !== 'call' || node.name !== 'info' || node.args[1]?.type === 'vectorSelector') return node;
    const { start, end } = node;
    const infos: VectorSelector = { type: 'vectorSelector', matchers, isNameInBraces: true, start, end };
    // Anything else there, which only an expression that was not checked can have, would be read as no condition.
    return { ...node, args: [...node.args.slice(0, 1), infos] };
  });
}

/**
 * Returns the name of the metric that a selector asks for, or `undefined` when it fixes none.
 *
 * @public
 */
export function metricNameOf(selector: VectorSelector): string | undefined {
  return selector.matchers.find(({ name, operator }) => name === '__name__' && operator === '=')?.value;
}
