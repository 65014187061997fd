const NEWLINE = 10;
const TAB = 9;
const SPACE = 32;
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** A series as a file writes it. */
interface SeriesText {
  readonly bytes: Uint8Array;
  /** What the target calls it. */
  readonly series: number;
  /** What stood in the next line, the last time. */
  next: SeriesText | undefined;
}

/**
 * Finds the series that a line begins with, by the bytes it is written in.
 *
 * A file has its series one after the other, or all of them again and again in the same order; so the line before tells
 * what to expect, and most lines are only compared.
 */
export class SeriesTexts {
  readonly #texts = new Map<string, SeriesText>();
  #last: SeriesText | undefined;

  /** Where the series ends that was found last. */
  end = 0;

  /** Returns the number of the series at a place, which must be within a line; `undefined` where it is not known. */
  find(bytes: Buffer, start: number): number | undefined {
    const last = this.#last;
    if (last !== undefined) {
      if (this.#isAt(bytes, start, last)) return last.series;
      const next = last.next;
      if (next !== undefined && this.#isAt(bytes, start, next)) {
        this.#last = next;
        return next.series;
      }
    }
    this.end = endOfSeries(bytes, start);
    const found = this.#texts.get(bytes.toString('latin1', start, this.end));
    if (found === undefined) return undefined;
    this.#goTo(found);
    return found.series;
  }

  /** Notes the number of a series that was not known. */
  add(bytes: Buffer, start: number, end: number, series: number): void {
    const text: SeriesText = { bytes: Uint8Array.from(bytes.subarray(start, end)), series, next: undefined };
    this.#texts.set(bytes.toString('latin1', start, end), text);
    this.#goTo(text);
  }

  #goTo(text: SeriesText): void {
    if (this.#last !== undefined) this.#last.next = text;
    this.#last = text;
  }

  #isAt(bytes: Buffer, start: number, text: SeriesText): boolean {
    const expected = text.bytes;
    const length = expected.length;
    if (bytes[start + length] !== SPACE) return false;
    // From the end, where series of a metric differ.
    for (let at = length - 1; at >= 0; at -= 1) if (expected[at] !== bytes[start + at]) return false;
    this.end = start + length;
    return true;
  }
}

/** Returns where the series ends that begins here, name and labels; the end of the bytes stands for the end of the line. */
export function endOfSeries(bytes: Buffer, start: number): number {
  let at = start;
  let code = bytes[at] ?? NEWLINE;
  while (code !== OPEN_BRACE && code !== SPACE && code !== TAB && code !== NEWLINE) {
    at += 1;
    code = bytes[at] ?? NEWLINE;
  }
  if (code !== OPEN_BRACE) return at;
  let isQuoted = false;
  while (code !== NEWLINE && (isQuoted || code !== CLOSE_BRACE)) {
    if (code === BACKSLASH && bytes[at + 1] !== NEWLINE) at += 1;
    else if (code === QUOTE) isQuoted = !isQuoted;
    at += 1;
    code = bytes[at] ?? NEWLINE;
  }
  return code === CLOSE_BRACE ? at + 1 : at;
}
