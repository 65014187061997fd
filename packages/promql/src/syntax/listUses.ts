import type { Call, Expr, Positioned } from './ast.ts';
import { printSelector } from './printExpr.ts';
import { metricNameOf, visitExpr } from './visitExpr.ts';

/**
 * What a query does with a label: a `condition` of a selector, a label of `by` or `without` (`grouping`), of `on` or
 * `ignoring` (`matching`), one that is `copied` from other series (`group_left (…)`, `info`), `read` by a function, or
 * `written` by one or by `count_values`.
 *
 * @public
 */
export type LabelRole = 'condition' | 'grouping' | 'matching' | 'copied' | 'read' | 'written';

/**
 * A metric that a query reads.
 *
 * @public
 */
export interface MetricUse {
  /** Its name; left out when the selector fixes none. */
  readonly name?: string | undefined;
  /** What to show: the name, or the selector without one, such as `{__name__=~"a|b"}`. */
  readonly text: string;
  /** The selectors, in the order of the text. */
  readonly places: readonly Positioned[];
}

/**
 * A label that a query names.
 *
 * @public
 */
export interface LabelUse {
  readonly name: string;
  /** Each once, in the order in which they were found. */
  readonly roles: readonly LabelRole[];
  /** The selectors, aggregations, operations and calls that name it, in the order of the text. */
  readonly places: readonly Positioned[];
}

/**
 * The metrics and labels that a query uses.
 *
 * @public
 */
export interface QueryUses {
  readonly metrics: readonly MetricUse[];
  readonly labels: readonly LabelUse[];
}

interface Entry {
  readonly roles: Set<LabelRole>;
  readonly places: Positioned[];
}

// Which arguments of a function name labels it writes, and from which on it reads some.
const labelArguments: ReadonlyMap<string, { readonly written?: number; readonly read?: readonly [number, number] }> =
  /* @__PURE__ */ new Map([
    ['label_replace', { written: 1, read: [3, 4] }],
    ['label_join', { written: 1, read: [3, Number.POSITIVE_INFINITY] }],
    ['sort_by_label', { read: [1, Number.POSITIVE_INFINITY] }],
    ['sort_by_label_desc', { read: [1, Number.POSITIVE_INFINITY] }],
    ['histogram_quantiles', { written: 1 }],
  ]);
const bucketFunctions: ReadonlySet<string> = /* @__PURE__ */ new Set(
  'histogram_quantile histogram_quantiles histogram_fraction'.split(' '),
);

const textsOf = (args: readonly Expr[]): string[] => args.flatMap((arg) => (arg.type === 'string' ? [arg.value] : []));

class UseCollector {
  readonly metrics = new Map<string, { readonly name: string | undefined; readonly places: Positioned[] }>();
  readonly labels = new Map<string, Entry>();

  #label(names: readonly string[], role: LabelRole, { start, end }: Positioned): void {
    for (const name of names) {
      if (name === '__name__' && role === 'condition') continue;
      const entry = this.labels.get(name) ?? { roles: new Set(), places: [] };
      this.labels.set(name, entry);
      entry.roles.add(role);
      if (entry.places.at(-1)?.start !== start || entry.places.at(-1)?.end !== end) entry.places.push({ start, end });
    }
  }

  visit(node: Expr, ancestors: readonly Expr[]): void {
    switch (node.type) {
      case 'vectorSelector': {
        const parent = ancestors.at(-1);
        const isInfo = parent?.type === 'call' && parent.name === 'info' && parent.args[1] === node;
        const names = node.matchers.map(({ name }) => name);
        this.#label(names, isInfo ? 'copied' : 'condition', node);
        if (isInfo) break;
        const name = metricNameOf(node);
        const text = name ?? printSelector(node.matchers);
        const known = this.metrics.get(text) ?? { name, places: [] };
        this.metrics.set(text, known);
        known.places.push({ start: node.start, end: node.end });
        break;
      }
      case 'aggregation':
        this.#label(node.grouping, 'grouping', node);
        if (node.name === 'count_values') this.#label(textsOf([node.parameter ?? node]), 'written', node);
        break;
      case 'binary':
        this.#label(node.matching?.labels ?? [], 'matching', node);
        this.#label(node.matching?.include ?? [], 'copied', node);
        break;
      case 'call':
        this.#visitCall(node);
        break;
      default:
        break;
    }
  }

  #visitCall(call: Call): void {
    if (bucketFunctions.has(call.name)) this.#label(['le'], 'read', call);
    const { written, read } = labelArguments.get(call.name) ?? {};
    if (read !== undefined) this.#label(textsOf(call.args.slice(...read)), 'read', call);
    if (written !== undefined) this.#label(textsOf(call.args.slice(written, written + 1)), 'written', call);
  }
}

/**
 * Returns the metrics and labels that a query uses, each once and outermost first: for the list beside an
 * editor, or to find the dashboards that a change of a metric concerns.
 *
 * The name of a metric is no label here, unless something groups by it or reads it. Labels that are on the series but
 * not in the query are not known.
 *
 * @example
 * ```ts
 * const { metrics, labels } = listUses(parseExpr('sum by (job) (rate(http_requests_total{code="500"}[5m]))'));
 * // metrics: http_requests_total; labels: job (grouping), code (condition)
 * ```
 *
 * @public
 */
export function listUses(expr: Expr): QueryUses {
  const collector = new UseCollector();
  visitExpr(expr, (node, ancestors) => {
    collector.visit(node, ancestors);
    return true;
  });
  return {
    metrics: Array.from(collector.metrics, ([text, { name, places }]) => ({
      ...(name === undefined ? {} : { name }),
      text,
      places,
    })),
    labels: Array.from(collector.labels, ([name, { roles, places }]) => ({ name, roles: [...roles], places })),
  };
}
