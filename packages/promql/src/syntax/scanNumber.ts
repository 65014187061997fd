const decimal = '0123456789';
const hexadecimal = `${decimal}abcdefABCDEF`;

const isAlphanumeric = (character: string): boolean => /^\w$/.test(character);

/** What was read as a number or a duration: up to where, and what it is; `undefined` for what is neither. */
export interface ScannedNumber {
  readonly end: number;
  readonly kind: 'number' | 'duration' | undefined;
}

/** Reads numbers with the same steps as Prometheus, so that it stumbles at the same character. */
class NumberScanner {
  at: number;
  readonly #text: string;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  #is(characters: string): boolean {
    const next = this.#text[this.at];
    return next !== undefined && characters.includes(next);
  }

  #accept(characters: string): boolean {
    const isAccepted = this.#is(characters);
    if (isAccepted) this.at += 1;
    return isAccepted;
  }

  #acceptRun(characters: string): void {
    while (this.#accept(characters));
  }

  /** Whether the next character would make it wrong; it counts as read. */
  #isBroken(wrong: string): boolean {
    return this.#accept(wrong) || this.at >= this.#text.length;
  }

  number(): boolean {
    const isHex = this.#accept('0') && this.#accept('xX');
    if (isHex) this.#accept('_');
    const digits = isHex ? hexadecimal : decimal;
    this.#accept('.');
    this.#accept(digits);
    let [hasPoint, hasExponent] = [false, false];
    for (;;) {
      if (this.#accept('.')) {
        if (hasPoint || this.#accept('_.') || isHex) return false;
        hasPoint = true;
      } else if (this.#accept('eE')) {
        if (hasExponent) return false;
        hasExponent = true;
        this.#accept('+-');
        if (this.#isBroken('._eE')) return false;
      } else if (this.#accept('_')) {
        if (this.#isBroken('._eE')) return false;
      } else if (this.#is(digits)) {
        this.#acceptRun(digits);
      } else {
        return !isAlphanumeric(this.#text[this.at] ?? '');
      }
    }
  }

  /** Goes on with a duration where a number ended. */
  duration(): boolean {
    if (!this.#accept('smhdwy')) return false;
    this.#accept('s');
    while (this.#is(decimal)) {
      this.#acceptRun(decimal);
      if (!this.#accept('smhdw')) return false;
      this.#accept('s');
    }
    if (!isAlphanumeric(this.#text[this.at] ?? '')) return true;
    this.at += 1;
    return false;
  }
}

/** Reads the number or the duration that starts at an offset with a digit, or with a point and a digit. */
export function scanNumber(text: string, start: number): ScannedNumber {
  const scanner = new NumberScanner(text, start);
  if (scanner.number()) return { end: scanner.at, kind: 'number' };
  const isDuration = scanner.duration();
  return { end: scanner.at, kind: isDuration ? 'duration' : undefined };
}
