const NEWLINE = 10;
const EMPTY = Buffer.alloc(0);

/** What becomes of a {@link LineCutter}'s lines. */
export interface LineSink {
  /** Takes whole lines, each with its line feed. They may be overwritten once it returns. */
  readonly onLines: (lines: Buffer) => void;
  /** Hears of a line that was too long to be kept. */
  readonly onLongLine: () => void;
}

/** Cuts a stream of bytes behind its line feeds, with as little copying as can be. */
export class LineCutter {
  readonly #maxLineBytes: number;
  readonly #sink: LineSink;
  /** A copy, because what comes in may be overwritten. */
  #rest: Buffer = EMPTY;
  /** How much there was so far of a line that is too long; 0 where the line is not. */
  #skipped = 0;
  #offset: number;

  /** Where the first line that was not handed out begins. */
  get offset(): number {
    return this.#offset;
  }

  /** @param offset - Where the stream begins. */
  constructor(offset: number, maxLineBytes: number, sink: LineSink) {
    this.#offset = offset;
    this.#maxLineBytes = maxLineBytes;
    this.#sink = sink;
  }

  /** Takes the next bytes and hands out the lines that end in them. */
  push(chunk: Buffer): void {
    let bytes = chunk;
    if (this.#skipped > 0 || this.#rest.length > 0) {
      const end = chunk.indexOf(NEWLINE) + 1;
      this.#continue(end === 0 ? chunk : chunk.subarray(0, end), end > 0);
      if (end === 0) return;
      bytes = chunk.subarray(end);
    }
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    if (end > 0) this.#handOut(bytes.subarray(0, end));
    this.#keep(bytes.subarray(end));
  }

  /** Hands out the last line, with a line feed where it had none. */
  end(): void {
    if (this.#skipped > 0) this.#endLongLine();
    const { length } = this.#rest;
    if (length === 0) return;
    this.#sink.onLines(Buffer.concat([this.#rest, Buffer.of(NEWLINE)]));
    this.#rest = EMPTY;
    this.#offset += length;
  }

  /** Takes more of the line that began before. */
  #continue(part: Buffer, hasEnd: boolean): void {
    if (this.#skipped > 0) {
      this.#skipped += part.length;
      if (hasEnd) this.#endLongLine();
      return;
    }
    const line = Buffer.concat([this.#rest, part]);
    this.#rest = EMPTY;
    if (hasEnd) this.#handOut(line);
    else this.#keep(line);
  }

  #handOut(lines: Buffer): void {
    this.#sink.onLines(lines);
    this.#offset += lines.length;
  }

  #keep(rest: Buffer): void {
    if (rest.length > this.#maxLineBytes) this.#skipped = rest.length;
    else this.#rest = Buffer.from(rest);
  }

  #endLongLine(): void {
    this.#offset += this.#skipped;
    this.#skipped = 0;
    this.#sink.onLongLine();
  }
}
