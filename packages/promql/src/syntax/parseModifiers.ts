import type { AtModifier, DurationExpr, EdgeModifier, Expr, MatrixSelector, Subquery, VectorSelector } from './ast.ts';
import { formatNumber } from './numbers.ts';
import {
  asWhole,
  type DurationPlace,
  parseDurationExpr,
  parseSeconds,
  parseSignedDuration,
} from './parseDurationExpr.ts';
import type { TokenStream } from './TokenStream.ts';

// The largest time that a 64-bit count of nanoseconds per millisecond can stand for; what lies beyond is a mistake.
const maxTimeMs = 9_223_372_036_854_000;

const expected = 'number, duration, step(), or range()';
const placeOfOffset: DurationPlace = { context: 'offset', expected };
const placeOfRange: DurationPlace = { context: 'subquery or range selector', expected };
const placeOfStep: DurationPlace = {
  context: 'subquery selector',
  expected: 'number, duration, step(), range(), or "]"',
};

interface Modifiers {
  readonly offset?: DurationExpr;
  readonly at?: AtModifier;
  readonly edges?: EdgeModifier;
}

function parseTimestamp(tokens: TokenStream, expr: Expr): AtModifier {
  const isSigned = tokens.isSymbol('-') || tokens.isSymbol('+');
  const sign = isSigned && tokens.next().text === '-' ? -1 : 1;
  const token = tokens.peek();
  const word = tokens.peekWord();
  if (!isSigned && (word === 'start' || word === 'end')) {
    tokens.next();
    tokens.expect('(', '@', 'timestamp');
    tokens.expect(')', '@', 'timestamp');
    return { type: word };
  }
  if (token.kind !== 'number' && token.kind !== 'duration') tokens.failUnexpected('@', 'timestamp');
  const seconds = parseSeconds(tokens);
  const timeMs = Math.round(sign * seconds * 1000);
  if (!(Math.abs(timeMs) < maxTimeMs)) {
    const written = Number.isFinite(seconds) ? (sign * seconds).toFixed(6) : formatNumber(sign * seconds);
    tokens.fail(`timestamp out of bounds for @ modifier: ${written}`, { start: expr.start, end: token.end });
  }
  return { type: 'timestamp', timeMs };
}

function checkEdges(tokens: TokenStream, target: VectorSelector | Subquery, edges: EdgeModifier): void {
  if (target.type === 'subquery') tokens.fail(`${edges} modifier is not supported for subqueries`, target);
  if (target.edges === undefined || target.edges === edges) return;
  tokens.fail('anchored and smoothed modifiers cannot be used together', target);
}

/** Puts a modifier on the selector or subquery that stands before it. */
function modify(tokens: TokenStream, expr: Expr, added: Modifiers): Expr {
  const what = added.edges ?? (added.at === undefined ? 'offset' : '@');
  // Prometheus keeps no offset of nothing.
  const isNothing = added.offset?.type === 'durationLiteral' && added.offset.seconds === 0;
  const kept = isNothing ? {} : added;
  const end = tokens.lastEnd;
  const target = expr.type === 'matrixSelector' ? expr.selector : expr;
  if (target.type !== 'vectorSelector' && target.type !== 'subquery') {
    if (added.edges !== undefined) tokens.fail(`${added.edges} modifier not implemented`, expr);
    const allowed = 'must be preceded by an instant vector selector or range vector selector or a subquery';
    return tokens.fail(`${what} modifier ${allowed}`, expr);
  }
  const isTwice =
    (added.offset !== undefined && target.offset !== undefined) || (added.at !== undefined && target.at !== undefined);
  if (isTwice) tokens.fail(`${what === 'offset' ? 'offset' : '@ <timestamp>'} may not be set multiple times`, expr);
  if (added.edges !== undefined) checkEdges(tokens, target, added.edges);
  if (expr.type === 'matrixSelector') return { ...expr, selector: { ...expr.selector, ...kept }, end };
  return { ...target, ...kept, end };
}

/** Refuses a length that is known to be zero or less; computed ones are looked at when their value is known. */
function checkPositive(tokens: TokenStream, duration: DurationExpr): void {
  if (duration.type !== 'durationLiteral' || duration.seconds > 0) return;
  tokens.fail('duration must be greater than 0', duration);
}

function parseBrackets(tokens: TokenStream, expr: Expr): MatrixSelector | Subquery {
  const { start } = expr;
  const bracket = tokens.next();
  const range = asWhole(parseDurationExpr(tokens, placeOfRange));
  checkPositive(tokens, range);
  if (tokens.accept(':')) {
    const step = tokens.isSymbol(']') ? undefined : asWhole(parseDurationExpr(tokens, placeOfStep));
    if (step !== undefined) checkPositive(tokens, step);
    const { end } = tokens.expect(']', 'subquery selector');
    return { type: 'subquery', expr, range, ...(step === undefined ? {} : { step }), start, end };
  }
  const { end } = tokens.expect(']', 'subquery or range', '":" or "]"');
  const place = { start: bracket.start, end };
  if (expr.type !== 'vectorSelector') return tokens.fail('ranges only allowed for vector selectors', place);
  if (expr.offset !== undefined) tokens.fail('no offset modifiers allowed before range', place);
  if (expr.at !== undefined) tokens.fail('no @ modifiers allowed before range', place);
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
      const offset = parseSignedDuration(tokens, placeOfOffset);
      expr = modify(tokens, expr, { offset });
    } else if (word === 'anchored' || word === 'smoothed') {
      tokens.next();
      expr = modify(tokens, expr, { edges: word });
    } else {
      return expr;
    }
  }
}
