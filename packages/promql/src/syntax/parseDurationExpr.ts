import type { DurationExpr } from './ast.ts';
import { parseDurationMs } from './durations.ts';
import { durationWords, type Token } from './lex.ts';
import { isNumber, parseNumber } from './numbers.ts';
import { powerPrecedence, precedenceOf } from './operators.ts';
import { quoteString } from './strings.ts';
import type { TokenStream } from './TokenStream.ts';

/** Where a duration stands, for complaints. */
export interface DurationPlace {
  readonly context: string;
  /** What could stand there instead. */
  readonly expected: string;
}

// As many seconds as 64 bits hold nanoseconds: 292 years.
const maxSeconds = 2 ** 63 / 1e9;

function parseCall(tokens: TokenStream, place: DurationPlace): DurationExpr {
  const { start } = tokens.peek();
  const name = tokens.peekWord();
  if (!tokens.isSymbol('(', 1)) {
    if (durationWords.has(name)) tokens.next();
    tokens.failUnexpected(place.context, place.expected);
  }
  if (name === 'step' || name === 'range') {
    tokens.next();
    tokens.next();
    tokens.expect(')', place.context, place.expected);
    return { type: 'durationSource', name, start, end: tokens.lastEnd };
  }
  if (name === 'min_of' || name === 'max_of') {
    tokens.next();
    tokens.next();
    const left = parseDurationExpr(tokens, place);
    tokens.expect(',', place.context, place.expected);
    const right = parseDurationExpr(tokens, place);
    tokens.expect(')', place.context, place.expected);
    return { type: 'durationChoice', name, left, right, start, end: tokens.lastEnd };
  }
  return tokens.failUnexpected(place.context, place.expected);
}

/** Takes a number or a duration, and returns it in seconds. */
export function parseSeconds(tokens: TokenStream): number {
  const token = tokens.next();
  if (token.kind === 'number') return parseFinite(tokens, token);
  const ms = parseDurationMs(token.text);
  return ms === undefined ? tokens.fail(describeDuration(token.text), token) : ms / 1000;
}

function parseFinite(tokens: TokenStream, token: Token): number {
  const value = parseNumber(token.text);
  const isKnown = isNumber(token.text);
  if (isKnown && (Math.abs(value) !== Number.POSITIVE_INFINITY || token.text.toLowerCase() === 'inf')) return value;
  const complaint = isKnown ? 'value out of range' : 'invalid syntax';
  const parsing = `strconv.ParseFloat: parsing ${quoteString(token.text)}`;
  return tokens.fail(`error parsing number: ${parsing}: ${complaint}`, token);
}

/** Says what is wrong with a duration. */
function describeDuration(text: string): string {
  const units = 'y w d h m s ms'.split(' ');
  const unknown = text.match(/[a-z]+/g)?.find((unit) => !units.includes(unit));
  if (unknown !== undefined) return `unknown unit ${quoteString(unknown)} in duration ${quoteString(text)}`;
  // In order and each unit once it is too long, else it is none.
  const isInOrder = /^(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$/.test(text);
  return isInOrder ? 'duration out of range' : `not a valid duration string: ${quoteString(text)}`;
}

function parseAtom(tokens: TokenStream, place: DurationPlace): DurationExpr {
  const token = tokens.peek();
  const { start, end, kind } = token;
  if (kind === 'number' || kind === 'duration') {
    const seconds = parseSeconds(tokens);
    if (!(Math.abs(seconds) <= maxSeconds)) tokens.fail('duration out of range', token);
    return { type: 'durationLiteral', seconds, ...(kind === 'number' ? { isNumber: true } : {}), start, end };
  }
  if (kind === 'identifier') return parseCall(tokens, place);
  if (tokens.accept('(')) {
    const expr = parseDurationExpr(tokens, place);
    tokens.expect(')', place.context, place.expected);
    return { type: 'durationParen', expr, start, end: tokens.lastEnd };
  }
  return tokens.failUnexpected(place.context, place.expected);
}

/** Puts a sign on a duration: it becomes part of a literal, and a plus says nothing. */
function signed({ text, start }: Token, expr: DurationExpr): DurationExpr {
  if (text === '+') return { ...expr, start };
  if (expr.type === 'durationLiteral') return { ...expr, seconds: -expr.seconds, start };
  return { type: 'durationUnary', operator: '-', expr, start, end: expr.end };
}

const isSign = (tokens: TokenStream): boolean => tokens.isSymbol('-') || tokens.isSymbol('+');

/** A literal that stands alone prints as a duration, however it was written. */
export function asWhole(duration: DurationExpr): DurationExpr {
  if (duration.type !== 'durationLiteral' || duration.isNumber === undefined) return duration;
  const { type, seconds, start, end } = duration;
  return { type, seconds, start, end };
}

/**
 * Parses what may stand after `offset`: one value and its sign. An operator behind it belongs to the expression around.
 * Only behind parentheses, or two signs, does the duration go on, as in Prometheus: in `x offset (5m) + 3` it has 303
 * seconds.
 */
export function parseSignedDuration(tokens: TokenStream, place: DurationPlace): DurationExpr {
  return tokens.nested(() => {
    const isSignedTwice = isSign(tokens) && (tokens.isSymbol('-', 1) || tokens.isSymbol('+', 1));
    if (isSignedTwice || tokens.isSymbol('(')) return asWhole(parseDurationExpr(tokens, place));
    if (!isSign(tokens)) return asWhole(parseAtom(tokens, place));
    const sign = tokens.next();
    return asWhole(signed(sign, parseAtom(tokens, place)));
  });
}

function parseUnary(tokens: TokenStream, place: DurationPlace): DurationExpr {
  if (!isSign(tokens)) return parseAtom(tokens, place);
  const sign = tokens.next();
  return signed(sign, parseDurationExpr(tokens, place, powerPrecedence));
}

/** Parses a duration with all its operators, as it may stand in brackets. */
export function parseDurationExpr(tokens: TokenStream, place: DurationPlace, minPrecedence = 1): DurationExpr {
  return tokens.nested(() => {
    let left = parseUnary(tokens, place);
    for (;;) {
      const token = tokens.peek();
      const operator = token.text;
      const precedence = precedenceOf(operator);
      const isArithmetic =
        operator === '+' ||
        operator === '-' ||
        operator === '*' ||
        operator === '/' ||
        operator === '%' ||
        operator === '^';
      if (!isArithmetic || precedence === undefined || precedence < minPrecedence) return left;
      tokens.next();
      const right = parseDurationExpr(tokens, place, operator === '^' ? precedence : precedence + 1);
      const isZero = right.type === 'durationLiteral' && right.seconds === 0;
      if (isZero && (operator === '/' || operator === '%')) {
        tokens.fail(operator === '/' ? 'division by zero' : 'modulo by zero', token);
      }
      left = { type: 'durationBinary', operator, left, right, start: left.start, end: right.end };
    }
  });
}
