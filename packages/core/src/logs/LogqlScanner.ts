import { unquoteString } from '@glasspane/promql/syntax';
import { LogqlSyntaxError } from './LogqlSyntaxError.ts';

const SPACE = /(?:\s|#[^\n]*)*/y;
const IDENTIFIER = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const STRING = /"(?:[^"\\\n]|\\.)*"|`[^`]*`/y;

/** Walks over the text of a LogQL query, piece by piece. */
export class LogqlScanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#skipSpace();
  }

  /** Where the next piece begins. */
  get position(): number {
    return this.#at;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Takes the first of the symbols that stands next, with the space behind it. */
  take<TSymbol extends string>(...symbols: readonly TSymbol[]): TSymbol | undefined {
    const symbol = symbols.find((candidate) => this.#text.startsWith(candidate, this.#at));
    if (symbol !== undefined) this.#advance(symbol.length);
    return symbol;
  }

  identifier(): string {
    return this.#match(IDENTIFIER) ?? this.fail(`syntax error: unexpected ${this.#next()}, expecting a label name`);
  }

  string(): string {
    const start = this.#at;
    const quoted = this.#match(STRING);
    if (quoted === undefined) this.fail(`syntax error: unexpected ${this.#next()}, expecting STRING`);
    try {
      return unquoteString(quoted);
    } catch (error) {
      return this.fail(error instanceof Error ? error.message : 'invalid string', start);
    }
  }

  /** Refuses what stands next, or at another place. */
  fail(reason: string, position: number = this.#at): never {
    throw new LogqlSyntaxError(reason, this.#text, position);
  }

  failUnexpected(expected: string): never {
    return this.fail(`syntax error: unexpected ${this.#next()}, expecting ${expected}`);
  }

  #next(): string {
    if (this.isAtEnd) return 'end of the query';
    const character = this.#text[this.#at] ?? '';
    if (character === '"' || character === '`') return 'string that is not ended or has a line break';
    const [word = ''] = /^[\w.]+|^[\s\S]/u.exec(this.#text.slice(this.#at, this.#at + 40)) ?? [];
    return JSON.stringify(word);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found === undefined) return undefined;
    this.#advance(found.length);
    return found;
  }

  #advance(length: number): void {
    this.#at += length;
    this.#skipSpace();
  }

  #skipSpace(): void {
    SPACE.lastIndex = this.#at;
    this.#at += SPACE.exec(this.#text)?.[0].length ?? 0;
  }
}
