import type { DurationExpr } from './ast.ts';
import { parseDurationMs } from './durations.ts';
import { parseNumber } from './numbers.ts';
import { powerPrecedence, precedenceOf } from './operators.ts';
import type { TokenStream } from './TokenStream.ts';

const expected = 'number, duration, step(), or range()';

function parseCall(tokens: TokenStream, context: string): DurationExpr {
  const { start } = tokens.peek();
  const name = tokens.peekWord();
  if (!tokens.isSymbol('(', 1)) tokens.failUnexpected(context, expected);
  if (name === 'step' || name === 'range') {
    tokens.next();
    tokens.next();
    tokens.expect(')', context);
    return { type: 'durationSource', name, start, end: tokens.lastEnd };
  }
  if (name === 'min_of' || name === 'max_of') {
    tokens.next();
    tokens.next();
    const left = parseDurationExpr(tokens, context);
    tokens.expect(',', context);
    const right = parseDurationExpr(tokens, context);
    tokens.expect(')', context);
    return { type: 'durationChoice', name, left, right, start, end: tokens.lastEnd };
  }
  return tokens.failUnexpected(context, expected);
}

function parseAtom(tokens: TokenStream, context: string): DurationExpr {
  const token = tokens.peek();
  const { start, end } = token;
  if (token.kind === 'number') {
    tokens.next();
    return { type: 'durationLiteral', seconds: parseNumber(token.text), start, end };
  }
  if (token.kind === 'duration') {
    const ms = parseDurationMs(token.text);
    if (ms === undefined) tokens.fail(`not a valid duration string: ${JSON.stringify(token.text)}`, token);
    tokens.next();
    return { type: 'durationLiteral', seconds: ms / 1000, start, end };
  }
  if (token.kind === 'identifier') return parseCall(tokens, context);
  if (tokens.accept('(')) {
    const expr = parseDurationExpr(tokens, context);
    tokens.expect(')', context);
    return { type: 'durationParen', expr, start, end: tokens.lastEnd };
  }
  return tokens.failUnexpected(context, expected);
}

/**
 * Parses what may stand after `offset` without parentheses: one value and its sign. An operator behind it belongs to
 * the expression around.
 */
export function parseSignedDuration(tokens: TokenStream, context: string): DurationExpr {
  return tokens.nested(() => {
    const { start } = tokens.peek();
    for (const operator of ['-', '+'] as const) {
      if (!tokens.accept(operator)) continue;
      const expr = parseAtom(tokens, context);
      return { type: 'durationUnary', operator, expr, start, end: expr.end };
    }
    return parseAtom(tokens, context);
  });
}

function parseUnary(tokens: TokenStream, context: string): DurationExpr {
  const { start } = tokens.peek();
  for (const operator of ['-', '+'] as const) {
    if (!tokens.accept(operator)) continue;
    const expr = parseDurationExpr(tokens, context, powerPrecedence);
    return { type: 'durationUnary', operator, expr, start, end: expr.end };
  }
  return parseAtom(tokens, context);
}

/** Parses a duration with all its operators, as it may stand in brackets. */
export function parseDurationExpr(tokens: TokenStream, context: string, minPrecedence = 1): DurationExpr {
  return tokens.nested(() => {
    let left = parseUnary(tokens, context);
    for (;;) {
      const operator = tokens.peek().text;
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
      const right = parseDurationExpr(tokens, context, operator === '^' ? precedence : precedence + 1);
      left = { type: 'durationBinary', operator, left, right, start: left.start, end: right.end };
    }
  });
}
