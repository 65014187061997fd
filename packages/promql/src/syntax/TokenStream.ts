import type { Positioned } from './ast.ts';
import { lex, type Token } from './lex.ts';
import { precedenceOf } from './operators.ts';
import { PromqlSyntaxError } from './PromqlSyntaxError.ts';
import { aggregatorParameters } from './signatures.ts';
import { unquoteString } from './strings.ts';

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
  'bool on ignoring group_left group_right atan2'.split(' '),
);

/** Returns whether the word cannot be the name of a metric where an expression starts. */
export function isNeverName(word: string): boolean {
  return neverNames.has(word);
}

/** Describes a token as Prometheus does in its complaints. */
function describe(token: Token): string {
  const lower = token.text.toLowerCase();
  if (token.kind === 'end') return 'end of input';
  if (token.kind === 'identifier') {
    if (precedenceOf(lower) !== undefined) return `<op:${lower}>`;
    if (aggregatorParameters.has(lower)) return `<aggr:${lower}>`;
    if (keywords.has(lower)) return `<${lower}>`;
  }
  const quoted = token.text.length > 10 ? `${JSON.stringify(token.text.slice(0, 10))}...` : JSON.stringify(token.text);
  if (token.kind !== 'symbol') return `${token.kind} ${quoted}`;
  const isOperator = precedenceOf(token.text) !== undefined || token.text === '=~' || token.text === '!~';
  return isOperator ? `<op:${token.text}>` : quoted;
}

/** The tokens of a query and the place of the parser in them. */
export class TokenStream {
  readonly text: string;
  readonly #tokens: readonly Token[];
  #index = 0;
  #depth = 0;

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
  expect(symbol: string, context: string, expected: string = JSON.stringify(symbol)): Token {
    if (!this.isSymbol(symbol)) this.failUnexpected(context, expected);
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

  failUnexpected(context?: string, expected?: string): never {
    const token = this.peek();
    if (token.kind === 'invalid') this.fail(token.text, token);
    const where = context === undefined ? '' : ` in ${context}`;
    const instead = expected === undefined ? '' : `, expected ${expected}`;
    return this.fail(`unexpected ${describe(token)}${where}${instead}`, token);
  }
}
