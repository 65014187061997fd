import type { Aggregation, BinaryExpr, Expr, VectorMatching } from './ast.ts';
import { checkTypes } from './checkTypes.ts';
import { isTooDeep, maxLevels } from './isTooDeep.ts';
import { isBinaryOperator, powerPrecedence, precedenceOf } from './operators.ts';
import { parseSeconds } from './parseDurationExpr.ts';
import { parseModifiers } from './parseModifiers.ts';
import { parseVectorSelector } from './parseSelector.ts';
import { aggregatorParameters, functionSignatures } from './signatures.ts';
import { isValidName, quoteString } from './strings.ts';
import { isNeverName, isReservedWord, TokenStream } from './TokenStream.ts';

// A chain such as `a or b or c` nests to the left without the parser nesting; whoever walks the tree does nest.
const maxChain = 1000;

function parseLabels(tokens: TokenStream, context: string): string[] {
  const labels: string[] = [];
  tokens.expect('(', context);
  while (!tokens.accept(')')) {
    if (labels.length > 0) {
      tokens.expect(',', context, '"," or ")"');
      if (tokens.accept(')')) break;
    }
    const token = tokens.peek();
    const isWord = token.kind === 'identifier' && token.text.toLowerCase() !== 'without';
    const label = isWord ? tokens.next().text : tokens.expectString(context, 'label');
    if (!isValidName(label)) tokens.fail(`invalid label name for grouping: ${quoteString(label)}`, token);
    labels.push(label);
  }
  return labels;
}

/** Whether an expression may start with the next token; of one that is none of the language, the lexer complains. */
function canStart(tokens: TokenStream): boolean {
  const { kind, text } = tokens.peek();
  return kind === 'symbol' ? '({+-'.includes(text) : kind !== 'end' && !(kind === 'identifier' && isNeverName(text));
}

function parseArguments(tokens: TokenStream): Expr[] {
  const args: Expr[] = [];
  if (!tokens.accept('(')) tokens.failUnexpected();
  while (!tokens.accept(')')) {
    const comma = tokens.peek();
    if (args.length > 0 && !tokens.accept(',')) tokens.failUnexpected();
    if (args.length > 0 && !canStart(tokens)) {
      tokens.fail('trailing commas not allowed in function call args', comma);
    }
    args.push(parseOperation(tokens, 1));
  }
  return args;
}

function parseGrouping(tokens: TokenStream): Pick<Aggregation, 'grouping' | 'isWithout'> | undefined {
  const word = tokens.peekWord();
  if (word !== 'by' && word !== 'without') return undefined;
  tokens.next();
  return { grouping: parseLabels(tokens, 'grouping opts'), isWithout: word === 'without' };
}

function parseAggregation(tokens: TokenStream, parameterType: string | undefined): Expr {
  const { text, start } = tokens.next();
  const name = text.toLowerCase();
  const before = parseGrouping(tokens);
  const args = tokens.inAggregation(() => parseArguments(tokens));
  const { grouping, isWithout } = before ?? parseGrouping(tokens) ?? { grouping: [], isWithout: false };
  // Whether labels follow is only known when the next word is read, and so it is complained of first.
  if (before === undefined && tokens.peek().kind === 'invalid') tokens.failUnexpected();
  const place = { start, end: tokens.lastEnd };
  const expected = parameterType === undefined ? 1 : 2;
  if (args.length === 0) tokens.fail('no arguments for aggregate expression provided', place);
  if (args.length !== expected) {
    const counts = `expected ${expected}, got ${args.length}`;
    tokens.fail(`wrong number of arguments for aggregate expression provided, ${counts}`, place);
  }
  const [first, second] = args;
  if (first === undefined) return tokens.failUnexpected('aggregation');
  if (second === undefined) return { type: 'aggregation', name, expr: first, grouping, isWithout, ...place };
  return { type: 'aggregation', name, expr: second, parameter: first, grouping, isWithout, ...place };
}

function parseCall(tokens: TokenStream): Expr {
  const token = tokens.next();
  const args = parseArguments(tokens);
  // Only now, as Prometheus does: what is wrong with the arguments is said first.
  if (!functionSignatures.has(token.text)) {
    tokens.fail(`unknown function with name ${quoteString(token.text)}`, token);
  }
  return { type: 'call', name: token.text, args, start: token.start, end: tokens.lastEnd };
}

/** Parses what starts with a word: a number in letters, an aggregation, a call or a selector. */
function parseWord(tokens: TokenStream): Expr {
  const { text } = tokens.peek();
  const word = text.toLowerCase();
  const isCalled = tokens.isSymbol('(', 1);
  if (isNeverName(word)) tokens.failUnexpected();
  const next = tokens.peekWord(1);
  if (aggregatorParameters.has(word) && (isCalled || next === 'by' || next === 'without')) {
    return parseAggregation(tokens, aggregatorParameters.get(word));
  }
  return isCalled && !isReservedWord(word) && !word.includes(':') ? parseCall(tokens) : parseVectorSelector(tokens);
}

function parseAtom(tokens: TokenStream): Expr {
  const token = tokens.peek();
  const { start, end } = token;
  if (token.kind === 'number' || token.kind === 'duration') {
    return { type: 'number', value: parseSeconds(tokens), isDuration: token.kind === 'duration', start, end };
  }
  if (token.kind === 'string') return { type: 'string', value: tokens.expectString('expression'), start, end };
  if (token.kind === 'identifier') return parseWord(tokens);
  if (tokens.isSymbol('{')) return parseVectorSelector(tokens);
  if (tokens.accept('(')) {
    const expr = parseOperation(tokens, 1);
    if (!tokens.accept(')')) tokens.failUnexpected();
    return { type: 'paren', expr, start, end: tokens.lastEnd };
  }
  return tokens.failUnexpected();
}

function parseOperand(tokens: TokenStream): Expr {
  const { start } = tokens.peek();
  for (const operator of ['-', '+'] as const) {
    if (!tokens.accept(operator)) continue;
    const expr = parseOperation(tokens, powerPrecedence);
    if (expr.type === 'number') return { ...expr, value: operator === '-' ? -expr.value : expr.value, start };
    return { type: 'unary', operator, expr, start, end: expr.end };
  }
  return parseModifiers(tokens, parseAtom(tokens));
}

function parseFillValue(tokens: TokenStream): number {
  tokens.next();
  const sign = tokens.accept('-') ? -1 : 1;
  if (sign === 1) tokens.accept('+');
  const token = tokens.peek();
  if (token.kind !== 'number' && token.kind !== 'duration') tokens.failUnexpected();
  const value = parseSeconds(tokens);
  if (!tokens.accept(')')) tokens.failUnexpected();
  return sign * value;
}

function parseFills(tokens: TokenStream): Pick<VectorMatching, 'fillLeft' | 'fillRight'> {
  let fills: Pick<VectorMatching, 'fillLeft' | 'fillRight'> = {};
  for (;;) {
    const word = tokens.peekWord();
    const isFill = word === 'fill' || word === 'fill_left' || word === 'fill_right';
    if (!isFill || !tokens.isSymbol('(', 1)) return fills;
    // Each side may be filled once.
    if (word !== 'fill_right' && fills.fillLeft !== undefined) tokens.failUnexpected();
    if (word !== 'fill_left' && fills.fillRight !== undefined) tokens.failUnexpected();
    tokens.next();
    const value = parseFillValue(tokens);
    if (word !== 'fill_right') fills = { ...fills, fillLeft: value };
    if (word !== 'fill_left') fills = { ...fills, fillRight: value };
  }
}

function parseMatching(tokens: TokenStream): VectorMatching | undefined {
  const mode = tokens.peekWord();
  const isGiven = mode === 'on' || mode === 'ignoring';
  if (isGiven) tokens.next();
  const labels = isGiven ? parseLabels(tokens, 'grouping opts') : [];
  const group = tokens.peekWord();
  const isGrouped = isGiven && (group === 'group_left' || group === 'group_right');
  if (isGrouped) tokens.next();
  const include = isGrouped && tokens.isSymbol('(') ? parseLabels(tokens, 'grouping opts') : [];
  const fills = parseFills(tokens);
  const isFilled = fills.fillLeft !== undefined || fills.fillRight !== undefined;
  // To ignore nothing is what an operator does by itself, and is printed as nothing.
  if (mode !== 'on' && labels.length === 0 && !isGrouped && !isFilled) return undefined;
  const side = group === 'group_left' ? 'left' : 'right';
  return { mode: mode === 'on' ? 'on' : 'ignoring', labels, include, ...(isGrouped ? { group: side } : {}), ...fills };
}

function parseOperators(tokens: TokenStream, minPrecedence: number): Expr {
  let left = parseOperand(tokens);
  for (let count = 0; ; count += 1) {
    const token = tokens.peek();
    const operator = token.text.toLowerCase();
    const precedence = precedenceOf(operator);
    const isOperator = token.kind === 'symbol' || token.kind === 'identifier';
    if (!isOperator || !isBinaryOperator(operator) || precedence === undefined || precedence < minPrecedence)
      return left;
    if (count >= maxChain) tokens.fail(`expression chains more than ${maxChain} operators`, token);
    tokens.next();
    const isBool = tokens.peekWord() === 'bool';
    if (isBool) tokens.next();
    const matching = parseMatching(tokens);
    const right = parseOperation(tokens, operator === '^' ? precedence : precedence + 1);
    const place = { start: left.start, end: right.end };
    const binary: BinaryExpr = { type: 'binary', operator, left, right, isBool, ...place };
    left = matching === undefined ? binary : { ...binary, matching };
  }
}

function parseOperation(tokens: TokenStream, minPrecedence: number): Expr {
  return tokens.nested(() => parseOperators(tokens, minPrecedence));
}

/**
 * What {@link parseExpr} checks beyond the grammar.
 *
 * @public
 */
export interface ParseOptions {
  /**
   * Whether types are checked as well.
   *
   * @defaultValue true
   */
  readonly checkTypes?: boolean | undefined;
}

/**
 * Parses and checks a PromQL expression.
 *
 * @throws {@link PromqlSyntaxError} When the text is no PromQL or its types do not fit.
 *
 * @example
 * ```ts
 * const expr = parseExpr('sum by (job) (rate(http_requests_total[5m]))');
 * ```
 *
 * @public
 */
export function parseExpr(text: string, options?: ParseOptions): Expr {
  const tokens = new TokenStream(text);
  if (tokens.peek().kind === 'end') tokens.fail('no expression found in input', { start: 0, end: text.length });
  const expr = parseOperation(tokens, 1);
  if (tokens.peek().kind !== 'end') tokens.failUnexpected();
  if (isTooDeep(expr)) tokens.fail(`expression is nested more than ${maxLevels} levels deep`, expr);
  if (options?.checkTypes !== false) checkTypes(expr, text);
  return expr;
}
