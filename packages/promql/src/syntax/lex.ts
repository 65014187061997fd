import type { Positioned } from './ast.ts';
import { scanNumber } from './scanNumber.ts';
import { findBadEscape, quoteCharacter, quoteString } from './strings.ts';

/**
 * A word of the query text. `invalid` carries the complaint in `text`; it is only raised when the parser gets there, so
 * that the first error of a query is the one reported.
 */
export interface Token extends Positioned {
  readonly kind: 'number' | 'duration' | 'string' | 'identifier' | 'symbol' | 'end' | 'invalid';
  /** As written, for `invalid` the complaint. */
  readonly text: string;
}

/** What is wrong with the next characters; `skip` of them were taken before the fault was seen. */
interface Problem {
  readonly message: string;
  /** How many characters are wrong: one where it is left out. */
  readonly length?: number;
  readonly skip?: number;
}

const blank = /[ \t\n\r]+/y;
const comment = /#[^\r\n]*/y;
const string = /"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'|`[^`]*`/y;
const metricName = /[A-Za-z_:][A-Za-z0-9_:]*/y;
const labelName = /[A-Za-z_][A-Za-z0-9_]*/y;
const letters = /[A-Za-z_]*/y;

// Two characters that mean something together.
const pairs: ReadonlySet<string> = /* @__PURE__ */ new Set(['==', '!=', '<=', '>=', '</', '>/']);
const pairsInBraces: ReadonlySet<string> = /* @__PURE__ */ new Set(['=~', '!~', '!=']);
/** The words that mean something in a duration. */
export const durationWords: ReadonlySet<string> = /* @__PURE__ */ new Set(['step', 'range', 'min_of', 'max_of']);

const isDigit = (character: string): boolean => character >= '0' && character <= '9';
const isLetter = (character: string): boolean =>
  (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character === '_';

class Lexer {
  readonly tokens: Token[] = [];
  readonly #text: string;
  #at = 0;
  #parentheses = 0;
  #isInBraces = false;
  #isInBrackets = false;
  /** Whether brackets hold nothing yet but operators and words; a number in them lets more in, up to the complaints. */
  #isStrict = false;
  #hasColon = false;

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
    const { length } = this.#text;
    while (this.#at < length) {
      const character = this.#text[this.#at] as string;
      if (character === ' ' || character === '\n' || character === '\t' || character === '\r') {
        this.#at += this.#match(blank).length;
        continue;
      }
      if (character === '#' && !this.#isStrict) {
        this.#at += this.#match(comment).length;
        continue;
      }
      const problem = this.#takeToken(character);
      if (problem === undefined) continue;
      this.#at += problem.skip ?? 0;
      const wrong = problem.length ?? this.#character().length;
      this.#push('invalid', Math.min(wrong, length - this.#at), problem.message);
      return;
    }
    this.#finish();
  }

  #finish(): void {
    if (this.#isInBraces) this.#push('invalid', 0, 'unexpected end of input inside braces');
    else if (this.#isStrict) this.#push('invalid', 0, 'unexpected end of input in duration expression');
    else if (this.#parentheses !== 0) this.#push('invalid', 0, 'unclosed left parenthesis');
    else if (this.#isInBrackets) this.#push('invalid', 0, 'unclosed left bracket');
    else this.#push('end', 0);
  }

  #takeToken(character: string): Problem | undefined {
    if (this.#isStrict) return this.#takeInDuration(character);
    if (character === '"' || character === "'" || character === '`') return this.#takeString();
    if (this.#isInBraces) return this.#takeInBraces(character);
    if (isDigit(character) || (character === '.' && isDigit(this.#text[this.#at + 1] ?? ''))) return this.#takeNumber();
    if (isLetter(character) || character === ':') return this.#takeWord(character);
    return this.#takeSymbol(character);
  }

  #takeString(): Problem | undefined {
    const quoted = this.#match(string);
    const quote = this.#text[this.#at] ?? '';
    if (quote === '`') {
      if (quoted !== '') return this.#push('string', quoted.length);
      return { message: 'unterminated raw string', length: this.#text.length - this.#at };
    }
    if (quoted !== '') {
      const message = quoted.includes('\\') ? findBadEscape(quote, quoted.slice(1, -1), quoted.slice(1)) : undefined;
      return message === undefined ? this.#push('string', quoted.length) : { message, length: quoted.length };
    }
    const [body = ''] = this.#text.slice(this.#at + 1).split('\n', 1);
    return { message: findBadEscape(quote, body, body) ?? 'unterminated quoted string', length: body.length + 1 };
  }

  #takeWord(character: string): Problem | undefined {
    if (!this.#isInBrackets) {
      const { length } = this.#match(metricName);
      // Infinity and what is no number are numbers that are written as words.
      const lower = length === 3 ? this.#text.slice(this.#at, this.#at + length).toLowerCase() : '';
      return this.#push(lower === 'inf' || lower === 'nan' ? 'number' : 'identifier', length);
    }
    if (character === ':') return this.#takeColon('unexpected colon');
    const length = this.#durationWord();
    if (length > 0) return this.#push('identifier', length);
    return { message: `unexpected character: ${quoteCharacter(character)}, expected ':'` };
  }

  #takeColon(complaint: string): Problem | undefined {
    if (this.#hasColon) return { message: `${complaint} ':'` };
    this.#hasColon = true;
    return this.#push('symbol', 1);
  }

  /** The length of a word that means something in brackets, 0 for another one. */
  #durationWord(): number {
    const found = this.#match(letters);
    return durationWords.has(found.toLowerCase()) ? found.length : 0;
  }

  /** Takes what may stand in brackets before the first number. */
  #takeInDuration(character: string): Problem | undefined {
    if (isDigit(character) || (character === '.' && isDigit(this.#text[this.#at + 1] ?? ''))) {
      this.#isStrict = false;
      return this.#takeNumber();
    }
    if (character === ':') {
      const isFirst = this.tokens.at(-1)?.text === '[';
      const what = this.#hasColon ? 'repeated colon' : 'colon before duration';
      if (!isFirst && !this.#hasColon) return this.#takeColon('');
      return { message: `unexpected ${what} in duration expression`, skip: 1 };
    }
    if ('()+-*/%^,]'.includes(character)) return this.#takeSymbol(character);
    const length = isLetter(character) ? this.#durationWord() : 0;
    if (length > 0) return this.#push('identifier', length);
    return { message: `unexpected character in duration expression: ${quoteCharacter(this.#character())}` };
  }

  #takeInBraces(character: string): Problem | undefined {
    if (isLetter(character)) return this.#push('identifier', this.#match(labelName).length);
    if (pairsInBraces.has(this.#text.slice(this.#at, this.#at + 2))) return this.#push('symbol', 2);
    if (character === ',' || character === '=') return this.#push('symbol', 1);
    if (character === '}') {
      this.#isInBraces = false;
      return this.#push('symbol', 1);
    }
    if (character === '{') return { message: "unexpected left brace '{'" };
    if (character === '!') {
      return { message: `unexpected character after '!' inside braces: ${quoteCharacter(this.#character(1))}` };
    }
    return { message: `unexpected character inside braces: ${quoteCharacter(this.#character())}` };
  }

  #takeNumber(): Problem | undefined {
    const { end, kind } = scanNumber(this.#text, this.#at);
    if (kind !== undefined) return this.#push(kind, end - this.#at);
    const wrong = this.#text.slice(this.#at, end);
    return { message: `bad number or duration syntax: ${quoteString(wrong)}`, length: wrong.length };
  }

  /** Takes what is no word, number or string, outside of braces. */
  #takeSymbol(character: string): Problem | undefined {
    if (pairs.has(this.#text.slice(this.#at, this.#at + 2))) return this.#push('symbol', 2);
    switch (character) {
      case '(':
        this.#parentheses += 1;
        return this.#push('symbol', 1);
      case ')':
        this.#parentheses -= 1;
        // Prometheus takes it first, and then finds that none was open.
        return this.#parentheses < 0
          ? { message: "unexpected right parenthesis ')'", skip: 1 }
          : this.#push('symbol', 1);
      case '[':
        if (this.#isInBrackets) return { message: "unexpected left bracket '['" };
        this.#isInBrackets = true;
        this.#isStrict = true;
        this.#hasColon = false;
        return this.#push('symbol', 1);
      case ']':
        if (!this.#isInBrackets) return { message: "unexpected right bracket ']'" };
        this.#isInBrackets = false;
        this.#isStrict = false;
        return this.#push('symbol', 1);
      case '{':
        this.#isInBraces = true;
        return this.#push('symbol', 1);
      default:
        return this.#takePlain(character);
    }
  }

  #takePlain(character: string): Problem | undefined {
    const next = this.#text[this.#at + 1];
    if (character === '!') return { message: `unexpected character after '!': ${quoteCharacter(this.#character(1))}` };
    if (character === '=' && next === '~') return { message: "unexpected character after '=': '~'" };
    if ('+-*/%^<>,@='.includes(character)) return this.#push('symbol', 1);
    return { message: `unexpected character: ${quoteCharacter(this.#character())}` };
  }

  /** The character some places on, whole. */
  #character(ahead = 0): string {
    const code = this.#text.codePointAt(this.#at + ahead);
    return code === undefined ? '\ufffd' : String.fromCodePoint(code);
  }
}

/** Returns the tokens of a query; the last one is of kind `end` or `invalid`. */
export function lex(text: string): readonly Token[] {
  const lexer = new Lexer(text);
  lexer.run();
  return lexer.tokens;
}
