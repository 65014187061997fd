import type { Positioned, VectorSelector } from './ast.ts';
import type { Matcher, MatcherOperator } from './Matcher.ts';
import { tryParseRegex } from './regex/parseRegex.ts';
import { quoteString } from './strings.ts';
import { isReservedWord, TokenStream } from './TokenStream.ts';

const context = 'label matching';

function isMatcherOperator(text: string): text is MatcherOperator {
  return text === '=' || text === '!=' || text === '=~' || text === '!~';
}

function parseMatcherOperator(tokens: TokenStream): MatcherOperator {
  const { text } = tokens.peek();
  if (!isMatcherOperator(text)) return tokens.failUnexpected(context, 'label matching operator');
  tokens.next();
  return text;
}

function parseMatcher(tokens: TokenStream, name: string, place: Positioned): Matcher {
  const matcher = { name, operator: parseMatcherOperator(tokens), value: tokens.expectString(context) };
  if (matcher.operator === '=~' || matcher.operator === '!~') {
    const node = tryParseRegex(matcher.value);
    if (node instanceof Error) tokens.fail(node.message, { start: place.start, end: tokens.lastEnd });
  }
  return matcher;
}

/** Parses one item of the braces: a matcher, or the metric's name in quotes. */
function parseItem(tokens: TokenStream): Matcher {
  const token = tokens.peek();
  if (token.kind === 'identifier') return parseMatcher(tokens, tokens.next().text, token);
  const name = tokens.expectString(context, 'identifier or "}"');
  // Any text will do as a name: one that no series can have is simply absent.
  if (isMatcherOperator(tokens.peek().text)) return parseMatcher(tokens, name, token);
  return { name: '__name__', operator: '=', value: name };
}

function parseBraces(tokens: TokenStream, matchers: Matcher[]): void {
  tokens.expect('{', context);
  for (let isFirst = true; !tokens.accept('}'); isFirst = false) {
    if (!isFirst) {
      tokens.expect(',', context, '"," or "}"');
      if (tokens.accept('}')) return;
    }
    matchers.push(parseItem(tokens));
  }
}

// A name before the braces is the only condition on the name; within them several may stand together.
function checkNames(tokens: TokenStream, matchers: readonly Matcher[], place: Positioned): void {
  const [first, second] = matchers.filter((matcher) => matcher.name === '__name__');
  if (first === undefined || second === undefined) return;
  const [one, two] = [first.value, second.value].map(quoteString);
  tokens.fail(`metric name must not be set twice: ${one} or ${two}`, place);
}

/** Parses a selector without modifiers: `name`, `name{…}` or `{…}`. */
export function parseVectorSelector(tokens: TokenStream): VectorSelector {
  const { start } = tokens.peek();
  const name = tokens.peek().kind === 'identifier' ? tokens.next().text : undefined;
  const matchers: Matcher[] = name === undefined ? [] : [{ name: '__name__', operator: '=', value: name }];
  if (tokens.isSymbol('{')) parseBraces(tokens, matchers);
  const place = { start, end: tokens.lastEnd };
  if (name !== undefined) checkNames(tokens, matchers, place);
  const isNameInBraces = name === undefined && matchers[0]?.name === '__name__';
  return { type: 'vectorSelector', matchers, ...(isNameInBraces ? { isNameInBraces } : {}), ...place };
}

/**
 * Returns the conditions of a series selector such as `up{job="api"}`: the form of `match[]` in Prometheus's API.
 *
 * @throws {@link PromqlSyntaxError} When the text is anything else, or carries modifiers.
 *
 * @public
 */
export function parseSelector(text: string): readonly Matcher[] {
  const tokens = new TokenStream(text);
  const token = tokens.peek();
  const isName = token.kind === 'identifier' && (!isReservedWord(token.text) || tokens.isSymbol('{', 1));
  if (!isName && !tokens.isSymbol('{')) tokens.failUnexpected(undefined, 'metric selector');
  const selector = parseVectorSelector(tokens);
  if (tokens.peek().kind !== 'end') tokens.failUnexpected();
  return selector.matchers;
}
