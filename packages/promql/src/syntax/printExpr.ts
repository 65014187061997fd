import type {
  Aggregation,
  AtModifier,
  BinaryExpr,
  DurationExpr,
  Expr,
  Subquery,
  UnaryExpr,
  VectorMatching,
  VectorSelector,
} from './ast.ts';
import { formatDuration } from './durations.ts';
import { formatDecimal, formatShort } from './formatDecimal.ts';
import type { Matcher } from './Matcher.ts';
import { powerPrecedence, precedenceOf } from './operators.ts';
import { quoteString } from './strings.ts';
import { isNeverName } from './TokenStream.ts';

const isPlainLabel = (name: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
const isPlainMetric = (name: string): boolean => /^[A-Za-z_:][A-Za-z0-9_:]*$/.test(name) && !isNeverName(name);

const printLabel = (name: string): string => (isPlainLabel(name) ? name : quoteString(name));
// In lists of labels these are numbers, and the start of another list.
const printListed = (name: string): string => (/^(?:inf|nan|without)$/i.test(name) ? `"${name}"` : printLabel(name));
const printLabels = (names: readonly string[]): string => `(${names.map(printListed).join(', ')})`;

/** Returns a condition as it stands in braces. */
export function printMatcher({ name, operator, value }: Matcher): string {
  return `${printLabel(name)}${operator}${quoteString(value)}`;
}

/**
 * Returns a series selector without modifiers, such as `up{job="api"}`: the form of `match[]` in Prometheus's API.
 *
 * @public
 */
export function printSelector(matchers: readonly Matcher[]): string {
  return printMatchers({ matchers });
}

function printMatchers({ matchers, isNameInBraces }: Pick<VectorSelector, 'matchers' | 'isNameInBraces'>): string {
  const [first, ...others] = matchers;
  const isNamed =
    isNameInBraces !== true &&
    first?.name === '__name__' &&
    first.operator === '=' &&
    isPlainMetric(first.value) &&
    !others.some((matcher) => matcher.name === '__name__');
  const inside = (isNamed ? others : matchers).map(printMatcher).join(',');
  if (!isNamed) return `{${inside}}`;
  return inside === '' ? first.value : `${first.value}{${inside}}`;
}

/** Returns the milliseconds that seconds stand for, where they are a whole number that reads back as the same seconds. */
function wholeMs(seconds: number): number | undefined {
  const ms = Math.round(seconds * 1000);
  return Number.isSafeInteger(ms) && ms / 1000 === seconds ? ms : undefined;
}

/** The level at which a duration binds, for the parentheses around it. */
function durationPrecedence(duration: DurationExpr): number {
  if (duration.type === 'durationBinary') return precedenceOf(duration.operator) ?? 0;
  const isSigned = duration.type === 'durationUnary' || (duration.type === 'durationLiteral' && duration.seconds < 0);
  return isSigned ? powerPrecedence - 0.5 : powerPrecedence + 1;
}

function printDuration(duration: DurationExpr, minPrecedence = 0): string {
  if (durationPrecedence(duration) < minPrecedence) return `(${printDuration(duration)})`;
  switch (duration.type) {
    case 'durationLiteral': {
      const ms = duration.isNumber === true ? undefined : wholeMs(duration.seconds);
      return ms === undefined ? formatDecimal(duration.seconds) : formatDuration(ms);
    }
    case 'durationSource':
      return `${duration.name}()`;
    case 'durationChoice':
      return `${duration.name}(${printDuration(duration.left)}, ${printDuration(duration.right)})`;
    case 'durationParen':
      return `(${printDuration(duration.expr)})`;
    case 'durationUnary':
      return `${duration.operator}${printDuration(duration.expr, powerPrecedence)}`;
    default: {
      const own = durationPrecedence(duration);
      const isPower = duration.operator === '^';
      const left = printDuration(duration.left, isPower ? own + 0.5 : own);
      return `${left} ${duration.operator} ${printDuration(duration.right, isPower ? own - 0.5 : own + 0.5)}`;
    }
  }
}

// A computation after `offset` needs parentheses, so that it ends where it should.
function printOffset(offset: DurationExpr): string {
  let value = offset;
  while (value.type === 'durationUnary') value = value.expr;
  return value.type === 'durationBinary' ? `(${printDuration(offset)})` : printDuration(offset);
}

function printAt(at: AtModifier): string {
  return at.type === 'timestamp' ? (at.timeMs / 1000).toFixed(3) : `${at.type}()`;
}

interface Modified {
  readonly at?: AtModifier | undefined;
  readonly offset?: DurationExpr | undefined;
}

const printAtOf = ({ at }: Modified): string => (at === undefined ? '' : ` @ ${printAt(at)}`);
const printOffsetOf = ({ offset }: Modified): string => (offset === undefined ? '' : ` offset ${printOffset(offset)}`);

function printVector(selector: VectorSelector, range?: DurationExpr): string {
  const edges = selector.edges === undefined ? '' : ` ${selector.edges}`;
  const at = printAtOf(selector);
  const modifiers = range === undefined ? at + edges : `[${printDuration(range)}]${edges}${at}`;
  return printMatchers(selector) + modifiers + printOffsetOf(selector);
}

function printFills({ fillLeft, fillRight }: VectorMatching): string {
  if (fillLeft !== undefined && fillLeft === fillRight && Object.is(fillLeft, fillRight))
    return ` fill (${formatShort(fillLeft)})`;
  const left = fillLeft === undefined ? '' : ` fill_left (${formatShort(fillLeft)})`;
  const right = fillRight === undefined ? '' : ` fill_right (${formatShort(fillRight)})`;
  return left + right;
}

function printMatching(matching: VectorMatching | undefined): string {
  if (matching === undefined) return '';
  const { mode, labels, group, include } = matching;
  const isImplied = mode === 'ignoring' && labels.length === 0 && group === undefined;
  const on = isImplied ? '' : ` ${mode} ${printLabels(labels)}`;
  // The labels are always printed: without them, parentheses of the right side would be taken for labels.
  const grouped = group === undefined ? '' : ` group_${group} ${printLabels(include)}`;
  return on + grouped + printFills(matching);
}

/** Returns a binary operator with what belongs to it. */
export function printOperator({ operator, isBool, matching }: BinaryExpr): string {
  return `${operator}${isBool ? ' bool' : ''}${printMatching(matching)}`;
}

// A number with a sign binds like the sign.
const isSigned = (expr: Expr): boolean =>
  expr.type === 'number' && (expr.value < 0 || Object.is(expr.value, -0) || expr.value === Number.POSITIVE_INFINITY);

/** Puts an operand in parentheses where it binds weaker than what stands around it. */
function operandOf(expr: Expr, minPrecedence: number): Expr {
  const isUnary = expr.type === 'unary' || isSigned(expr);
  const precedence = expr.type === 'binary' ? (precedenceOf(expr.operator) ?? 0) : isUnary ? powerPrecedence - 0.5 : 9;
  return precedence < minPrecedence ? { type: 'paren', expr, start: expr.start, end: expr.end } : expr;
}

/** Whether the text of an expression ends in an offset that an operator behind it would go on with. */
function endsInOffset(expr: Expr): boolean {
  switch (expr.type) {
    case 'binary':
      return endsInOffset(expr.right);
    case 'unary':
      return endsInOffset(expr.expr);
    case 'matrixSelector':
      return endsInOffset(expr.selector);
    case 'vectorSelector':
    case 'subquery':
      return expr.offset !== undefined && /^(?:\(|--)/.test(printOffset(expr.offset));
    default:
      return false;
  }
}

/** Returns the sides of a binary operation, in parentheses where a built tree needs them. */
export function sidesOf({ operator, left, right }: BinaryExpr): readonly [left: Expr, right: Expr] {
  const own = precedenceOf(operator) ?? 0;
  const isPower = operator === '^';
  const isOpen = /^[-+*/%^]$/.test(operator) && endsInOffset(left);
  return [operandOf(left, isOpen ? 10 : isPower ? own + 0.5 : own), operandOf(right, isPower ? own - 0.5 : own + 0.5)];
}

/** Returns the operand of a sign or a subquery, in parentheses where a built tree needs them. */
export function innerOf(node: UnaryExpr | Subquery): Expr {
  return operandOf(node.expr, node.type === 'unary' ? powerPrecedence - 0.5 : 8);
}

function printBinary(binary: BinaryExpr): string {
  const [left, right] = sidesOf(binary);
  const { operator } = binary;
  // Infinity goes without its sign there, which the parser would take for one of the whole.
  const isInfinity =
    operator === '^' && binary.left.type === 'number' && binary.left.value === Number.POSITIVE_INFINITY;
  return `${isInfinity ? 'Inf' : printExpr(left)} ${printOperator(binary)} ${printExpr(right)}`;
}

/** Returns an aggregator with its labels, as it stands before the parentheses. */
export function printAggregator({ name, grouping, isWithout }: Aggregation): string {
  if (isWithout) return `${name} without ${printLabels(grouping)} `;
  return grouping.length > 0 ? `${name} by ${printLabels(grouping)} ` : name;
}

/** Returns what makes a subquery of an expression: brackets and modifiers. */
export function printSubqueryRange(subquery: Subquery): string {
  const step = subquery.step === undefined ? '' : printDuration(subquery.step);
  return `[${printDuration(subquery.range)}:${step}]${printAtOf(subquery)}${printOffsetOf(subquery)}`;
}

/**
 * Returns the expression as PromQL text, in the layout of Prometheus's own printer where that has one.
 *
 * What {@link parseExpr} gives comes back equal after printing and parsing, positions aside. A built tree gets the
 * parentheses that it needs.
 *
 * @public
 */
export function printExpr(expr: Expr): string {
  switch (expr.type) {
    case 'number': {
      const ms = expr.isDuration ? wholeMs(expr.value) : undefined;
      return ms === undefined ? formatDecimal(expr.value) : formatDuration(ms);
    }
    case 'string':
      return quoteString(expr.value);
    case 'vectorSelector':
      return printVector(expr);
    case 'matrixSelector':
      return printVector(expr.selector, expr.range);
    case 'subquery':
      return printExpr(innerOf(expr)) + printSubqueryRange(expr);
    case 'call':
      return `${expr.name}(${expr.args.map(printExpr).join(', ')})`;
    case 'aggregation': {
      const first = expr.parameter === undefined ? '' : `${printExpr(expr.parameter)}, `;
      return `${printAggregator(expr)}(${first}${printExpr(expr.expr)})`;
    }
    case 'binary':
      return printBinary(expr);
    case 'unary':
      return expr.operator + printExpr(innerOf(expr));
    case 'paren':
      return `(${printExpr(expr.expr)})`;
  }
}
