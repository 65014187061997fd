import type { Positioned } from './ast.ts';
import { lex, type Token } from './lex.ts';
import { precedenceOf } from './operators.ts';
import { PromqlSyntaxError } from './PromqlSyntaxError.ts';
import { aggregatorParameters } from './signatures.ts';
import { quoteString, unquoteString, utf8Length } from './strings.ts';

// Deep enough for any query a person or a generator writes, and far from the end of the stack.
const maxDepth = 400;

const endToken: Token = { kind: 'end', text: '', start: 0, end: 0 };

const keywords: ReadonlySet<string> = /* @__PURE__ */ new Set(
  'offset by without on ignoring group_left group_right bool fill fill_left fill_right anchored smoothed'.split(' '),
);

/** Returns whether the word means something to the grammar where a metric's name could stand as well. */
export function isReservedWord(text: string): boolean {
  const lower = text.toLowerCase();
  return (
    keywords.has(lower) ||
    precedenceOf(lower) !== undefined ||
    aggregatorParameters.has(lower) ||
    lower === 'inf' ||
    lower === 'nan'
  );
}

const neverNames: ReadonlySet<string> = /* @__PURE__ */ new Set(
  'bool on ignoring group_left group_right atan2 inf nan'.split(' '),
);

/** Returns whether the word cannot be the name of a metric where an expression starts. */
export function isNeverName(word: string): boolean {
  return neverNames.has(word.toLowerCase());
}

// Words that are their own kind of token without being keywords.
const plainWords: ReadonlySet<string> = /* @__PURE__ */ new Set('start end step range min_of max_of'.split(' '));

function describeWord(text: string, isLabel: boolean): string {
  const lower = text.toLowerCase();
  if (!isLabel) {
    if (precedenceOf(lower) !== undefined) return `<op:${text}>`;
    if (aggregatorParameters.has(lower)) return `<aggr:${text}>`;
    if (keywords.has(lower)) return `<${text}>`;
    if (plainWords.has(lower)) return shorten(text);
  }
  return `${text.includes(':') ? 'metric identifier' : 'identifier'} ${quoteString(text)}`;
}

function shorten(text: string): string {
  const isLong = utf8Length(text) > 10;
  return isLong ? `${quoteString([...text].slice(0, 10).join(''))}...` : quoteString(text);
}

/** Describes a token as Prometheus does in its complaints. Within braces, every word is the name of a label. */
function describe({ kind, text }: Token, isLabel: boolean): string {
  if (kind === 'end') return 'end of input';
  if (kind === 'identifier') return describeWord(text, isLabel);
  if (kind !== 'symbol') return `${kind} ${shorten(text)}`;
  const isOperator = precedenceOf(text) !== undefined || text === '=~' || text === '!~' || text === '@';
  return isOperator ? `<op:${text}>` : quoteString(text);
}

/** The tokens of a query and the place of the parser in them. */
export class TokenStream {
  readonly text: string;
  readonly #tokens: readonly Token[];
  #index = 0;
  #depth = 0;
  #aggregations = 0;

  constructor(text: string) {
    this.text = text;
    this.#tokens = lex(text);
  }

  /** The next token, or one further on. */
  peek(ahead = 0): Token {
    return this.#tokens[this.#index + ahead] ?? this.#tokens.at(-1) ?? endToken;
  }

  /** Whether the next token is this symbol. */
  isSymbol(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === text;
  }

  /** The next token in lower case if it is a word, else the empty string. */
  peekWord(ahead = 0): string {
    const token = this.peek(ahead);
    return token.kind === 'identifier' ? token.text.toLowerCase() : '';
  }

  /** Takes the next token. */
  next(): Token {
    const token = this.peek();
    if (this.#index < this.#tokens.length - 1) this.#index += 1;
    return token;
  }

  /** Takes the next token if it is this symbol. */
  accept(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.next();
    return true;
  }

  /** Takes the next token, which must be this symbol. */
  expect(symbol: string, context: string, expected?: string): Token {
    if (!this.isSymbol(symbol)) this.failUnexpected(context, expected ?? quoteString(symbol));
    return this.next();
  }

  /** Takes a string and returns its value. */
  expectString(context: string, expected = 'string'): string {
    const token = this.peek();
    if (token.kind !== 'string') this.failUnexpected(context, expected);
    this.next();
    try {
      return unquoteString(token.text);
    } catch (error) {
      return this.fail(error instanceof Error ? error.message : String(error), token);
    }
  }

  /** The offset behind the last token taken. */
  get lastEnd(): number {
    return this.#tokens[this.#index - 1]?.end ?? 0;
  }

  /** Runs a part of the parser that may call itself. */
  nested<T>(parse: () => T): T {
    this.#depth += 1;
    if (this.#depth > maxDepth) this.fail(`expression is nested more than ${maxDepth} levels deep`, this.peek());
    const result = parse();
    this.#depth -= 1;
    return result;
  }

  fail(reason: string, place: Positioned): never {
    throw new PromqlSyntaxError(reason, place, this.text);
  }

  /** Runs the parser of an aggregation's arguments. What cannot be read there is said to be wrong in the aggregation. */
  inAggregation<T>(parse: () => T): T {
    this.#aggregations += 1;
    const result = parse();
    this.#aggregations -= 1;
    return result;
  }

  failUnexpected(context?: string, expected?: string): never {
    const token = this.peek();
    if (token.kind === 'invalid') this.fail(token.text, token);
    const place = context ?? (this.#aggregations > 0 ? 'aggregation' : undefined);
    const where = place === undefined ? '' : ` in ${place}`;
    const instead = expected === undefined ? '' : `, expected ${expected}`;
    return this.fail(`unexpected ${describe(token, context === 'label matching')}${where}${instead}`, token);
  }
}
