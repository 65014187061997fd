import type { Positioned } from './ast.ts';

/**
 * A word of the query text. `invalid` carries the complaint in `value`; it is only raised when the parser gets there, so
 * that the first error of a query is the one reported.
 */
export interface Token extends Positioned {
  readonly kind: 'number' | 'duration' | 'string' | 'identifier' | 'symbol' | 'end' | 'invalid';
  /** As written, for `invalid` the complaint. */
  readonly text: string;
}

/** What is wrong with the next characters, and how many they are. */
interface Problem {
  readonly message: string;
  readonly length?: number;
}

const blank = /(?:\s+|#[^\n]*)+/y;
const number = /(?:0[xX][0-9a-fA-F][0-9a-fA-F_]*|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9]+)?)/y;
const duration = /(?:[0-9]+(?:ms|[smhdwy]))+/y;
const digits = /[0-9]*/y;
const word = /[A-Za-z0-9_]*/y;
const string = /"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'|`[^`]*`/y;
const metricName = /[A-Za-z_:][A-Za-z0-9_:]*/y;
const labelName = /[A-Za-z_][A-Za-z0-9_]*/y;
const symbol = /==|!=|<=|>=|<\/|>\/|[-+*/%^<>(){}[\],:@]|=(?!~)/y;
// In braces only conditions stand, and only there a regular expression.
const symbolInBraces = /=~|!~|!=|[=,{}]/y;

const openers: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);
const names: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['(', 'parenthesis'],
  ['[', 'bracket'],
  ['{', 'brace'],
]);

class Lexer {
  readonly tokens: Token[] = [];
  readonly #text: string;
  readonly #open: string[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  #match(pattern: RegExp, at: number = this.#at): string {
    pattern.lastIndex = at;
    return pattern.exec(this.#text)?.[0] ?? '';
  }

  #push(kind: Token['kind'], length: number, message?: string): undefined {
    const start = this.#at;
    this.#at += length;
    this.tokens.push({ kind, text: message ?? this.#text.slice(start, this.#at), start, end: this.#at });
    return undefined;
  }

  /** Takes everything up to the end, or to the first thing that is none of the language. */
  run(): void {
    for (;;) {
      this.#at += this.#match(blank).length;
      if (this.#at >= this.#text.length) break;
      const problem = this.#takeToken();
      if (problem === undefined) continue;
      this.#push('invalid', problem.length ?? 1, problem.message);
      return;
    }
    this.#finish();
  }

  #finish(): void {
    const unclosed = this.#open.at(-1);
    if (unclosed === undefined) this.#push('end', 0);
    else if (unclosed === '{') this.#push('invalid', 0, 'unexpected end of input inside braces');
    else this.#push('invalid', 0, `unclosed left ${names.get(this.#open.includes('(') ? '(' : unclosed)}`);
  }

  #takeToken(): Problem | undefined {
    const character = this.#text[this.#at] ?? '';
    const inside = this.#open.at(-1);
    if (inside !== '{' && this.#match(number) !== '') return this.#takeNumber();
    if (character === '"' || character === "'" || character === '`') {
      const quoted = this.#match(string);
      if (quoted === '') return { message: `unterminated ${character === '`' ? 'raw' : 'quoted'} string` };
      return this.#push('string', quoted.length);
    }
    const identifier = this.#match(inside === '[' || inside === '{' ? labelName : metricName);
    return identifier === '' ? this.#takeSymbol(character, inside) : this.#push('identifier', identifier.length);
  }

  #takeNumber(): Problem | undefined {
    const [asNumber, asDuration] = [this.#match(number), this.#match(duration)];
    const isDuration = asDuration.length > asNumber.length;
    const { length } = isDuration ? asDuration : asNumber;
    if (this.#match(word, this.#at + length) === '') return this.#push(isDuration ? 'duration' : 'number', length);
    // What Prometheus has read when it stumbles: the digits of a duration that goes on, but no wrong unit.
    const read = this.#text.slice(this.#at, this.#at + length) + this.#match(digits, this.#at + length);
    return { message: `bad number or duration syntax: ${JSON.stringify(read)}`, length: read.length };
  }

  #takeSymbol(character: string, inside: string | undefined): Problem | undefined {
    const operator = this.#match(inside === '{' ? symbolInBraces : symbol);
    if (operator === '') return { message: this.#describeUnknown(character, inside) };
    const opener = openers.get(operator);
    if (names.has(operator)) {
      if (inside === '{') return { message: `unexpected left ${names.get(operator)} '${operator}'` };
      this.#open.push(operator);
    } else if (opener !== undefined && inside === opener) {
      this.#open.pop();
    } else if (opener === '{') {
      return { message: this.#describeUnknown(character, inside) };
    } else if (opener !== undefined && !this.#open.includes(opener)) {
      // Prometheus takes a parenthesis first, and then finds that none was open.
      if (opener === '(') this.#at += 1;
      return { message: `unexpected right ${names.get(opener)} '${operator}'`, length: 0 };
    }
    return this.#push('symbol', operator.length);
  }

  #describeUnknown(character: string, inside: string | undefined): string {
    const place = inside === '{' ? ' inside braces' : inside === '[' ? ' in duration expression' : '';
    const next = this.#text[this.#at + 1];
    if (character === '!') return `unexpected character after '!'${place}: '${next ?? '\ufffd'}'`;
    if (character === '=') return `unexpected character after '=': '${next}'`;
    return `unexpected character${place}: '${String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0)}'`;
  }
}

/** Returns the tokens of a query; the last one is of kind `end` or `invalid`. */
export function lex(text: string): readonly Token[] {
  const lexer = new Lexer(text);
  lexer.run();
  return lexer.tokens;
}
