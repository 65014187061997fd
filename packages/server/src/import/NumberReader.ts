import { parseNumber } from '../collect/exposition/parseNumber.ts';

const TAB = 9;
const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const MINUS = 45;
const DOT = 46;
const ZERO = 48;

// Whole numbers up to here, and powers of ten up to the 22nd, are exact as doubles; so one division rounds correctly.
const MAX_DIGITS = 15;
const POWERS = Float64Array.from({ length: MAX_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

/** Reads numbers out of bytes, plain decimals without making a text of them. */
export class NumberReader {
  /** Where the next number begins; behind it once it is read. */
  position = 0;

  /** Reads up to the next blank or the end of the line, which must come; `undefined` where that is no number. */
  read(bytes: Buffer): number | undefined {
    const start = this.position;
    let at = start;
    const isNegative = bytes[at] === MINUS;
    if (isNegative) at += 1;
    let mantissa = 0;
    let digits = 0;
    let dotAt = -1;
    let code = bytes[at] ?? NEWLINE;
    for (;;) {
      const digit = code - ZERO;
      if (digit >= 0 && digit <= 9) {
        mantissa = mantissa * 10 + digit;
        digits += 1;
      } else if (code === DOT && dotAt < 0) dotAt = at;
      else break;
      at += 1;
      code = bytes[at] ?? NEWLINE;
    }
    if (!isEnd(code) || digits === 0 || digits > MAX_DIGITS) return this.#readSlowly(bytes, start, at);
    this.position = at;
    const value = dotAt < 0 ? mantissa : mantissa / (POWERS[at - dotAt - 1] ?? 1);
    return isNegative ? -value : value;
  }

  #readSlowly(bytes: Buffer, start: number, from: number): number | undefined {
    let end = from;
    while (!isEnd(bytes[end] ?? NEWLINE)) end += 1;
    this.position = end;
    return parseNumber(bytes.toString('latin1', start, end));
  }
}

function isEnd(code: number): boolean {
  return code === SPACE || code === NEWLINE || code === TAB || code === CARRIAGE_RETURN;
}
