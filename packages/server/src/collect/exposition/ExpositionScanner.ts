import { ExpositionError } from './ExpositionError.ts';

export const NEWLINE = 10;
export const HASH = 35;
export const OPEN_BRACE = 123;
export const CLOSE_BRACE = 125;
const TAB = 9;
const SPACE = 32;
const QUOTE = 34;
const BACKSLASH = 92;
const END = -1;

const SHOWN_LENGTH = 40;

const NAME_START = charSet(/[a-zA-Z_]/);
const NAME_PART = charSet(/[a-zA-Z0-9_]/);
const METRIC_START = charSet(/[a-zA-Z_:]/);
const METRIC_PART = charSet(/[a-zA-Z0-9_:]/);

/** Reads an exposition from left to right, by its tokens. */
export class ExpositionScanner {
  readonly #text: string;
  readonly #isOpenMetrics: boolean;
  #position = 0;
  #line = 1;
  #lineStart = 0;

  constructor(text: string, isOpenMetrics: boolean) {
    this.#text = text;
    this.#isOpenMetrics = isOpenMetrics;
  }

  get isAtEnd(): boolean {
    return this.#position >= this.#text.length;
  }

  /** Returns whether the next character is this one. */
  isAt(code: number): boolean {
    return this.#peek() === code;
  }

  isAtQuote(): boolean {
    return this.#peek() === QUOTE;
  }

  /** Returns whether the line, or the whole text, ends here. */
  isAtLineEnd(): boolean {
    const code = this.#peek();
    return code === NEWLINE || code === END;
  }

  /** Passes over the character where it is next; returns whether it was. */
  take(code: number): boolean {
    if (this.#peek() !== code) return false;
    this.#position += 1;
    return true;
  }

  /** Passes over the text where it is next; returns whether it was. */
  takeText(text: string): boolean {
    if (!this.#text.startsWith(text, this.#position)) return false;
    this.#position += text.length;
    return true;
  }

  /** Passes over one blank; returns whether there was one. */
  takeBlank(): boolean {
    return this.take(SPACE) || this.take(TAB);
  }

  /** Passes over blanks: any number of them, or a single space in OpenMetrics. Returns whether there was one. */
  takeBlanks(): boolean {
    if (this.#isOpenMetrics) return this.take(SPACE);
    const start = this.#position;
    let code = this.#peek();
    while (code === SPACE || code === TAB) {
      this.#position += 1;
      code = this.#peek();
    }
    return this.#position > start;
  }

  /** Passes over the end of the line, which the last line need not have. */
  takeLineEnd(): void {
    if (this.isAtEnd) return;
    if (!this.take(NEWLINE)) this.fail('expected the end of the line');
    this.#line += 1;
    this.#lineStart = this.#position;
  }

  metricName(): string {
    return this.isAtQuote() ? this.quoted() : this.#name(METRIC_START, METRIC_PART, 'the name of a metric');
  }

  labelName(): string {
    return this.isAtQuote() ? this.quoted() : this.#name(NAME_START, NAME_PART, 'the name of a label');
  }

  /** Returns the series that begins here as it is written, without passing over it; empty where it does not end. */
  peekSeries(): string {
    const start = this.#position;
    let end = start;
    let code = this.#text.charCodeAt(end);
    while (code !== OPEN_BRACE && code !== SPACE && code !== TAB && code !== NEWLINE && end < this.#text.length) {
      end += 1;
      code = this.#text.charCodeAt(end);
    }
    let brace = end;
    while (code === SPACE || code === TAB) {
      brace += 1;
      code = this.#text.charCodeAt(brace);
    }
    return code === OPEN_BRACE ? this.#text.slice(start, this.#endOfLabels(brace)) : this.#text.slice(start, end);
  }

  /** Reads up to the next blank or the end of the line. */
  token(): string {
    const start = this.#position;
    let code = this.#peek();
    while (code !== SPACE && code !== TAB && code !== NEWLINE && code !== END) {
      this.#position += 1;
      code = this.#peek();
    }
    return this.#text.slice(start, this.#position);
  }

  restOfLine(): string {
    const end = this.#text.indexOf('\n', this.#position);
    const start = this.#position;
    this.#position = end === -1 ? this.#text.length : end;
    return this.#text.slice(start, this.#position);
  }

  /** Reads a text in quotes. As in Prometheus, a backslash before any other letter than `n` and `"` is one itself. */
  quoted(): string {
    if (!this.take(QUOTE)) this.fail('expected a text in double quotes');
    const start = this.#position;
    let isEscaped = false;
    for (;;) {
      const code = this.#peek();
      if (code === QUOTE) break;
      if (code === NEWLINE || code === END) this.fail('the text in double quotes does not end on this line');
      if (code === BACKSLASH) {
        isEscaped = true;
        this.#position += 1;
        if (this.isAtLineEnd()) this.fail('the text in double quotes does not end on this line');
      }
      this.#position += 1;
    }
    const raw = this.#text.slice(start, this.#position);
    this.#position += 1;
    return isEscaped ? unescapeText(raw) : raw;
  }

  /** @throws {@link ExpositionError} Always: with the place where the scanner is, and what stands there. */
  fail(expected: string): never {
    const end = this.#text.indexOf('\n', this.#position);
    const rest = this.#text.slice(this.#position, end === -1 ? undefined : end);
    const found = rest === '' ? 'the line ends' : JSON.stringify(rest.slice(0, SHOWN_LENGTH));
    throw new ExpositionError(this.#line, this.#position - this.#lineStart + 1, `${expected}; found ${found}`);
  }

  #name(starts: Uint8Array, parts: Uint8Array, what: string): string {
    const start = this.#position;
    if (starts[this.#peek()] !== 1) this.fail(`expected ${what}`);
    do this.#position += 1;
    while (parts[this.#peek()] === 1);
    return this.#text.slice(start, this.#position);
  }

  /** Returns where the labels end that begin here; the beginning of the series where they do not. */
  #endOfLabels(openBrace: number): number {
    let isQuoted = false;
    for (let i = openBrace + 1; i < this.#text.length; i += 1) {
      const code = this.#text.charCodeAt(i);
      if (code === BACKSLASH) i += 1;
      else if (code === QUOTE) isQuoted = !isQuoted;
      else if (code === CLOSE_BRACE && !isQuoted) return i + 1;
      else if (code === NEWLINE) break;
    }
    return this.#position;
  }

  #peek(): number {
    return this.#position < this.#text.length ? this.#text.charCodeAt(this.#position) : END;
  }
}

/** Resolves `\n`, `\"` and `\\`. */
export function unescapeText(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\([n"\\])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
}

function charSet(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0));
}
