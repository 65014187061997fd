import { type Expr, formatExpr, listUses, parseExpr, printExpr, typeOf, visitExpr } from '@glasspane/promql/syntax';

/** What can be said of a query without evaluating it. */
export interface QueryDescription {
  /** The query as the formatter writes it: long ones over several lines. */
  readonly formatted: string;
  readonly type: string;
  readonly metrics: readonly string[];
  readonly labels: readonly string[];
  /** The parts of the query, from the outside in. */
  readonly parts: readonly QueryPart[];
}

/** One part of a query. */
export interface QueryPart {
  readonly depth: number;
  readonly kind: string;
  readonly text: string;
}

const typeNames = { scalar: 'scalar', string: 'string', vector: 'instant vector', matrix: 'range vector' } as const;

function kindOf(expr: Expr): string {
  switch (expr.type) {
    case 'vectorSelector':
      return 'selector';
    case 'matrixSelector':
      return 'range selector';
    case 'call':
      return `function ${expr.name}`;
    case 'aggregation':
      return `aggregation ${expr.name}`;
    case 'binary':
      return `operator ${expr.operator}`;
    case 'unary':
      return `sign ${expr.operator}`;
    case 'paren':
      return 'parentheses';
    case 'subquery':
      return 'subquery';
    default:
      return expr.type;
  }
}

/**
 * Parses a query and describes it.
 *
 * @throws PromqlSyntaxError.
 */
export function describeQuery(query: string): QueryDescription {
  const expr = parseExpr(query);
  const { metrics, labels } = listUses(expr);
  const parts: QueryPart[] = [];
  visitExpr(expr, (node, ancestors) => {
    parts.push({ depth: ancestors.length, kind: kindOf(node), text: printExpr(node) });
    return undefined;
  });
  return {
    formatted: formatExpr(expr),
    type: typeNames[typeOf(expr)],
    metrics: metrics.map(({ text }) => text),
    labels: labels.map(({ name }) => name),
    parts,
  };
}
