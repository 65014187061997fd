import type { AtModifier, BinaryExpr, DurationExpr, Expr, VectorMatching, VectorSelector } from './ast.ts';
import { formatDuration } from './durations.ts';
import type { Matcher } from './Matcher.ts';
import { formatNumber } from './numbers.ts';
import { powerPrecedence, precedenceOf } from './operators.ts';
import { quoteString } from './strings.ts';
import { isReservedWord } from './TokenStream.ts';

const isPlainLabel = (name: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
const isPlainMetric = (name: string): boolean => /^[A-Za-z_:][A-Za-z0-9_:]*$/.test(name) && !isReservedWord(name);

const printLabel = (name: string): string => (isPlainLabel(name) ? name : quoteString(name));
const printLabels = (names: readonly string[]): string => `(${names.map(printLabel).join(', ')})`;

function printMatcher({ name, operator, value }: Matcher): string {
  return `${printLabel(name)}${operator}${quoteString(value)}`;
}

/**
 * Returns a series selector without modifiers, such as `up{job="api"}`: the form of `match[]` in Prometheus's API.
 *
 * @public
 */
export function printSelector(matchers: readonly Matcher[]): string {
  const [first, ...others] = matchers;
  const isNamed =
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
  return duration.type === 'durationUnary' ? powerPrecedence - 0.5 : powerPrecedence + 1;
}

function printDuration(duration: DurationExpr, minPrecedence = 0): string {
  if (durationPrecedence(duration) < minPrecedence) return `(${printDuration(duration)})`;
  switch (duration.type) {
    case 'durationLiteral': {
      const ms = wholeMs(duration.seconds);
      return ms !== undefined && ms >= 0 ? formatDuration(ms) : formatNumber(duration.seconds);
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

// After `offset` stands one value with at most one sign; anything longer needs parentheses.
function printOffset(offset: DurationExpr): string {
  const value = offset.type === 'durationUnary' ? offset.expr : offset;
  const isSimple = value.type !== 'durationBinary' && value.type !== 'durationUnary';
  return isSimple ? printDuration(offset) : `(${printDuration(offset)})`;
}

function printAt(at: AtModifier): string {
  return at.type === 'timestamp' ? (at.timeMs / 1000).toFixed(3) : `${at.type}()`;
}

function printModifiers(node: {
  readonly at?: AtModifier | undefined;
  readonly offset?: DurationExpr | undefined;
  readonly edges?: string | undefined;
}): string {
  const edges = node.edges === undefined ? '' : ` ${node.edges}`;
  const at = node.at === undefined ? '' : ` @ ${printAt(node.at)}`;
  const offset = node.offset === undefined ? '' : ` offset ${printOffset(node.offset)}`;
  return edges + at + offset;
}

function printVector(selector: VectorSelector, range = ''): string {
  return printSelector(selector.matchers) + range + printModifiers(selector);
}

function printFills({ fillLeft, fillRight }: VectorMatching): string {
  if (fillLeft !== undefined && Object.is(fillLeft, fillRight)) return ` fill (${formatNumber(fillLeft)})`;
  const left = fillLeft === undefined ? '' : ` fill_left (${formatNumber(fillLeft)})`;
  const right = fillRight === undefined ? '' : ` fill_right (${formatNumber(fillRight)})`;
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

function printBinary(binary: BinaryExpr): string {
  const { operator, left, right, isBool, matching } = binary;
  const own = precedenceOf(operator) ?? 0;
  const isPower = operator === '^';
  const leftText = printOperand(left, isPower ? own + 0.5 : own);
  const rightText = printOperand(right, isPower ? own - 0.5 : own + 0.5);
  return `${leftText} ${operator}${isBool ? ' bool' : ''}${printMatching(matching)} ${rightText}`;
}

// A negative number in a built tree prints as a sign before a literal, and so binds like one.
const isSigned = (expr: Expr): boolean => expr.type === 'number' && (expr.value < 0 || Object.is(expr.value, -0));

// Infinity goes without its sign, which the parser would take for an operator of its own.
const printNumber = (value: number): string => (value === Number.POSITIVE_INFINITY ? 'Inf' : formatNumber(value));

/** Prints an operand, in parentheses where it binds weaker than what stands around it. */
function printOperand(expr: Expr, minPrecedence: number): string {
  const isUnary = expr.type === 'unary' || isSigned(expr);
  const precedence = expr.type === 'binary' ? (precedenceOf(expr.operator) ?? 0) : isUnary ? powerPrecedence - 0.5 : 9;
  const text = printExpr(expr);
  return precedence < minPrecedence ? `(${text})` : text;
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
      return ms === undefined ? printNumber(expr.value) : formatDuration(ms);
    }
    case 'string':
      return quoteString(expr.value);
    case 'vectorSelector':
      return printVector(expr);
    case 'matrixSelector':
      return printVector(expr.selector, `[${printDuration(expr.range)}]`);
    case 'subquery': {
      const step = expr.step === undefined ? '' : printDuration(expr.step);
      return `${printOperand(expr.expr, 8)}[${printDuration(expr.range)}:${step}]${printModifiers(expr)}`;
    }
    case 'call':
      return `${expr.name}(${expr.args.map(printExpr).join(', ')})`;
    case 'aggregation': {
      const { name, grouping, isWithout, parameter } = expr;
      const clause = isWithout
        ? ` without ${printLabels(grouping)} `
        : grouping.length > 0
          ? ` by ${printLabels(grouping)} `
          : '';
      const first = parameter === undefined ? '' : `${printExpr(parameter)}, `;
      return `${name}${clause}(${first}${printExpr(expr.expr)})`;
    }
    case 'binary':
      return printBinary(expr);
    case 'unary':
      return `${expr.operator}${printOperand(expr.expr, powerPrecedence - 0.5)}`;
    case 'paren':
      return `(${printExpr(expr.expr)})`;
  }
}
