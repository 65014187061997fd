import type { AtModifier, DurationExpr, EdgeModifier, Expr, MatrixSelector, Subquery, VectorSelector } from './ast.ts';
import { parseDurationMs } from './durations.ts';
import { formatNumber, parseNumber } from './numbers.ts';
import { parseDurationExpr, parseSignedDuration } from './parseDurationExpr.ts';
import type { TokenStream } from './TokenStream.ts';

// The largest time that a 64-bit count of nanoseconds per millisecond can stand for; what lies beyond is a mistake.
const maxTimeMs = 9_223_372_036_854_000;

interface Modifiers {
  readonly offset?: DurationExpr;
  readonly at?: AtModifier;
  readonly edges?: EdgeModifier;
}

function parseTimestamp(tokens: TokenStream, expr: Expr): AtModifier {
  const sign = tokens.accept('-') ? -1 : 1;
  if (sign === 1) tokens.accept('+');
  const token = tokens.peek();
  const word = tokens.peekWord();
  if (word === 'start' || word === 'end') {
    tokens.next();
    tokens.expect('(', '@', 'timestamp');
    tokens.expect(')', '@');
    return { type: word };
  }
  const isNumber = token.kind === 'number' || word === 'inf' || word === 'nan';
  const seconds = isNumber ? parseNumber(token.text) : (parseDurationMs(token.text) ?? Number.NaN) / 1000;
  if (!isNumber && token.kind !== 'duration') tokens.failUnexpected('@', 'timestamp');
  tokens.next();
  const timeMs = Math.round(sign * seconds * 1000);
  if (!(Math.abs(timeMs) < maxTimeMs)) {
    const written = Number.isFinite(seconds) ? (sign * seconds).toFixed(6) : formatNumber(sign * seconds);
    tokens.fail(`timestamp out of bounds for @ modifier: ${written}`, { start: expr.start, end: token.end });
  }
  return { type: 'timestamp', timeMs };
}

/** Puts a modifier on the selector or subquery that stands before it. */
function modify(tokens: TokenStream, expr: Expr, added: Modifiers): Expr {
  const what = added.edges ?? (added.at === undefined ? 'offset' : '@');
  const end = tokens.lastEnd;
  const target = expr.type === 'matrixSelector' ? expr.selector : expr;
  if (target.type !== 'vectorSelector' && target.type !== 'subquery') {
    const allowed = 'must be preceded by an instant vector selector or range vector selector or a subquery';
    return tokens.fail(`${what} modifier ${allowed}`, expr);
  }
  const isTwice =
    (added.offset !== undefined && target.offset !== undefined) || (added.at !== undefined && target.at !== undefined);
  if (isTwice) tokens.fail(`${what === 'offset' ? 'offset' : '@ <timestamp>'} may not be set multiple times`, expr);
  if (added.edges !== undefined && (target.type === 'subquery' || target.edges !== undefined)) {
    const problem = target.type === 'subquery' ? 'is not supported on subqueries' : 'may not be set multiple times';
    tokens.fail(`${added.edges} modifier ${problem}`, expr);
  }
  if (expr.type === 'matrixSelector') return { ...expr, selector: { ...expr.selector, ...added }, end };
  return { ...target, ...added, end };
}

/** Refuses a length that is known to be zero or less; computed ones are looked at when their value is known. */
function checkPositive(tokens: TokenStream, duration: DurationExpr): void {
  const isNegative = duration.type === 'durationUnary' && duration.operator === '-';
  const value = duration.type === 'durationUnary' ? duration.expr : duration;
  if (value.type !== 'durationLiteral' || (value.seconds > 0 && !isNegative)) return;
  tokens.fail('duration must be greater than 0', duration);
}

function parseBrackets(tokens: TokenStream, expr: Expr): MatrixSelector | Subquery {
  const context = 'subquery or range selector';
  const { start } = expr;
  const bracket = tokens.expect('[', context);
  const range = parseDurationExpr(tokens, context);
  checkPositive(tokens, range);
  if (tokens.accept(':')) {
    const step = tokens.isSymbol(']') ? undefined : parseDurationExpr(tokens, context);
    if (step !== undefined) checkPositive(tokens, step);
    const { end } = tokens.expect(']', context);
    return { type: 'subquery', expr, range, ...(step === undefined ? {} : { step }), start, end };
  }
  const { end } = tokens.expect(']', context, '":" or "]"');
  const place = { start: bracket.start, end };
  if (expr.type !== 'vectorSelector') return tokens.fail('ranges only allowed for vector selectors', place);
  if (expr.offset !== undefined) tokens.fail('no offset modifiers allowed before range', place);
  if (expr.at !== undefined) tokens.fail('no @ modifiers allowed before range', place);
  if (expr.edges !== undefined) tokens.fail(`no ${expr.edges} modifiers allowed before range`, place);
  return { type: 'matrixSelector', selector: expr satisfies VectorSelector, range, start, end };
}

/** Parses whatever may follow an operand: a range, a subquery, `offset`, `@`, `anchored`, `smoothed`. */
export function parseModifiers(tokens: TokenStream, operand: Expr): Expr {
  let expr = operand;
  // Each subquery nests the one before it, without the parser nesting.
  for (let count = 0; ; count += 1) {
    if (count > 100) tokens.fail('expression has more than 100 modifiers in a row', tokens.peek());
    const word = tokens.peekWord();
    if (tokens.isSymbol('[')) {
      expr = parseBrackets(tokens, expr);
    } else if (tokens.accept('@')) {
      const at = parseTimestamp(tokens, expr);
      expr = modify(tokens, expr, { at });
    } else if (word === 'offset') {
      tokens.next();
      const offset = parseSignedDuration(tokens, 'offset');
      expr = modify(tokens, expr, { offset });
    } else if (word === 'anchored' || word === 'smoothed') {
      tokens.next();
      expr = modify(tokens, expr, { edges: word });
    } else {
      return expr;
    }
  }
}
