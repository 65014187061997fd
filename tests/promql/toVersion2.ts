import {
  type BinaryExpr,
  type DurationExpr,
  type Expr,
  type Matcher,
  parseExpr,
  printExpr,
  rewriteExpr,
  typeOf,
} from '@glasspane/promql/syntax';

// Kept out of data and queries, as there is no way to ask 2.42 for it:
// - rate, increase and delta depend on the length of the window too: no sample lies on its left edge (see Place).
// - A rate is taken back to zero less often: rates are asked of counters that are far from zero, also after a reset.
// - Names go at the very end: nothing groups by a name, or reads it, that an operation has taken away; and where 2.42
//   fails because names are gone and we do not, its failure is let pass (see Peers).
// - timestamp and predict_linear respect `@`: they are asked without.
// - topk(-Inf, x) finds nothing and does not fail. Any text is a label name: where one is wrong, it is empty.
// - Counts of buckets that are NaN end a run of growing ones: there are none.
// - Logarithms of subnormal numbers, and dates of what is no time, depend on Go and the processor: not asked.

/** A change of meaning from Prometheus 2.42 to 3.14, and how to ask 2.42 for what 3.14 would answer. */
interface Change {
  readonly reason: string;
  rewrite(node: Expr): Expr;
}

const place = { start: 0, end: 0 };
const number = (value: number): Expr => ({ type: 'number', value, isDuration: false, ...place });
const inParens = (expr: Expr): Expr => ({ type: 'paren', expr, ...place });
const isVector = (expr: Expr): boolean => typeOf(expr) === 'vector';

const withNumber = (expr: Expr, operator: '+' | '*', value: number): Expr =>
  inParens({ type: 'binary', operator, left: expr, right: number(value), isBool: false, ...place });

const dotAll = (regex: string): string => `(?s:${regex})`;
const withDotAll = (matcher: Matcher): Matcher =>
  matcher.operator === '=~' || matcher.operator === '!~' ? { ...matcher, value: dotAll(matcher.value) } : matcher;

function shorter(range: DurationExpr): DurationExpr {
  if (range.type !== 'durationLiteral') throw new Error('the range is no literal; ask with one');
  return { ...range, seconds: (Math.round(range.seconds * 1000) - 1) / 1000 };
}

/** Negative offsets in the form that 2.42 reads as well. */
function signed(offset: DurationExpr | undefined): DurationExpr | undefined {
  if (offset?.type !== 'durationLiteral' || offset.seconds >= 0) return offset;
  return { type: 'durationUnary', operator: '-', expr: { ...offset, seconds: -offset.seconds }, ...place };
}

/** The functions whose results depend on the length of the window: they are asked where nothing lies on its left edge. */
const OF_LENGTH = ['rate', 'increase', 'delta'];

const COMPARISONS = ['==', '!=', '<', '<=', '>', '>='];

const string = (value: string): Expr => ({ type: 'string', value, ...place });
const NAME = 'name_of';

/** Returns the comparison with `bool`, whose series keep their names all the same, as a label. */
function namedDecision(node: BinaryExpr): Expr {
  const named = (expr: Expr): Expr => ({
    type: 'call',
    name: 'label_replace',
    args: [expr, string(NAME), string('$1'), string('__name__'), string('(.*)')],
    ...place,
  });
  const { matching = { mode: 'ignoring', labels: [], include: [] } } = node;
  const labels = matching.mode === 'ignoring' ? [...matching.labels, NAME] : matching.labels;
  return { ...node, left: named(node.left), right: named(node.right), isBool: true, matching: { ...matching, labels } };
}

const changes: readonly Change[] = [
  {
    reason: 'Ranges lost their left edge; times are whole milliseconds. (So did the lookback: a flag of the server.)',
    rewrite(node) {
      if (node.type === 'vectorSelector') return { ...node, offset: signed(node.offset) };
      if (node.type === 'subquery') return { ...node, range: shorter(node.range), offset: signed(node.offset) };
      if (node.type === 'matrixSelector') return { ...node, range: shorter(node.range) };
      const [argument] = node.type === 'call' ? node.args : [];
      if (node.type !== 'call' || !OF_LENGTH.includes(node.name) || argument === undefined) return node;
      return { ...node, args: [longer(argument)] };
    },
  },
  {
    reason: '`.` matches newlines in regular expressions.',
    rewrite(node) {
      if (node.type === 'vectorSelector') return { ...node, matchers: node.matchers.map(withDotAll) };
      if (node.type !== 'call' || node.name !== 'label_replace') return node;
      const args = node.args.map((argument, index) =>
        index === 4 && argument.type === 'string' ? { ...argument, value: dotAll(argument.value) } : argument,
      );
      return { ...node, args };
    },
  },
  {
    reason: 'atan2 drops the name of the metric, as every other arithmetic operator does.',
    rewrite: (node) =>
      node.type === 'binary' && node.operator === 'atan2' && isVector(node) ? withNumber(inParens(node), '*', 1) : node,
  },
  {
    reason: 'stddev and stdvar of one value that is not finite are NaN, not 0.',
    rewrite(node) {
      if (node.type !== 'aggregation' || (node.name !== 'stddev' && node.name !== 'stdvar')) return node;
      const nothing = withNumber({ ...node, name: 'max' }, '*', 0);
      return inParens({ type: 'binary', operator: '+', left: node, right: nothing, isBool: false, ...place });
    },
  },
  {
    reason: 'sum adds an error term to its result, so that none is -0.',
    rewrite: (node) => (node.type === 'aggregation' && node.name === 'sum' ? withNumber(node, '+', 0) : node),
  },
  {
    reason: 'Means are compensated sums divided, no more running means, of which nothing is left where values cancel.',
    rewrite(node) {
      const isOverTime = node.type === 'call' && node.name === 'avg_over_time';
      if (!isOverTime && (node.type !== 'aggregation' || node.name !== 'avg')) return node;
      const named = (name: string): Expr => ({ ...node, name: isOverTime ? `${name}_over_time` : name });
      const [left, right] = [named('sum'), named('count')];
      return inParens({ type: 'binary', operator: '/', left, right, isBool: false, ...place });
    },
  },
  {
    reason: 'count_values by three labels loses one at each step: it adds its label to a list with room for a fourth.',
    rewrite(node) {
      if (node.type !== 'aggregation' || node.name !== 'count_values' || node.grouping.length !== 3) return node;
      return { ...node, grouping: [...node.grouping, ...node.grouping.slice(-1)] };
    },
  },
  {
    reason: 'A comparison fails where it finds more than one match, whether or not the comparison holds.',
    rewrite(node) {
      if (node.type !== 'binary' || node.isBool || !COMPARISONS.includes(node.operator)) return node;
      if (!isVector(node.left) || !isVector(node.right)) return node;
      const count: Expr = {
        type: 'aggregation',
        name: 'count',
        expr: namedDecision(node),
        grouping: [],
        isWithout: false,
        ...place,
      };
      // Evaluated, but never anything.
      const never: Expr = { type: 'binary', operator: '<', left: count, right: number(0), isBool: false, ...place };
      const matching = { mode: 'on', labels: [], include: [] } as const;
      const right = inParens(never);
      return inParens({
        type: 'binary',
        operator: 'unless',
        left: inParens(node),
        right,
        matching,
        isBool: false,
        ...place,
      });
    },
  },
];

/** Takes back what became shorter: children are rewritten before the function that they stand in. */
function longer(expr: Expr): Expr {
  if (expr.type === 'paren') return { ...expr, expr: longer(expr.expr) };
  if (expr.type !== 'matrixSelector' && expr.type !== 'subquery') return expr;
  if (expr.range.type !== 'durationLiteral') return expr;
  return { ...expr, range: { ...expr.range, seconds: (Math.round(expr.range.seconds * 1000) + 1) / 1000 } };
}

/** Functions that only changed their names. */
const rename = (query: string): string => query.replaceAll('double_exponential_smoothing(', 'holt_winters(');

/** Returns the query to which Prometheus 2.42 gives the answer that 3.14 gives to the given one. */
export function toVersion2(query: string): string {
  const expr = rewriteExpr(parseExpr(query), (node) =>
    changes.reduce((changed, change) => change.rewrite(changed), node),
  );
  return rename(printExpr(expr));
}
