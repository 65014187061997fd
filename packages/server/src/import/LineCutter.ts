const NEWLINE = 10;
const EMPTY = Buffer.alloc(0);

/** Cuts a stream of bytes behind its line feeds. */
export class LineCutter {
  readonly #maxLineBytes: number;
  #rest: Buffer = EMPTY;
  /** How much there was so far of a line that is too long; 0 where the line is not. */
  #skipped = 0;
  #offset: number;

  /** Where the first line that was not handed out begins. */
  get offset(): number {
    return this.#offset;
  }

  /** @param offset - Where the stream begins. */
  constructor(offset: number, maxLineBytes: number) {
    this.#offset = offset;
    this.#maxLineBytes = maxLineBytes;
  }

  /** Takes the next bytes and returns the lines that end in them. */
  push(chunk: Buffer, onLongLine: () => void): Buffer {
    let bytes = chunk;
    if (this.#skipped > 0) {
      const end = chunk.indexOf(NEWLINE) + 1;
      this.#skipped += end === 0 ? chunk.length : end;
      if (end === 0) return EMPTY;
      this.#endLongLine(onLongLine);
      bytes = chunk.subarray(end);
    } else if (this.#rest.length > 0) bytes = Buffer.concat([this.#rest, chunk]);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    this.#rest = bytes.subarray(end);
    this.#offset += end;
    if (this.#rest.length > this.#maxLineBytes) {
      this.#skipped = this.#rest.length;
      this.#rest = EMPTY;
    }
    return bytes.subarray(0, end);
  }

  /** Returns the last line, with a line feed where it had none; empty where there is nothing left. */
  end(onLongLine: () => void): Buffer {
    if (this.#skipped > 0) this.#endLongLine(onLongLine);
    const rest = this.#rest;
    this.#rest = EMPTY;
    this.#offset += rest.length;
    return rest.length === 0 ? EMPTY : Buffer.concat([rest, Buffer.from('\n')]);
  }

  #endLongLine(onLongLine: () => void): void {
    this.#offset += this.#skipped;
    this.#skipped = 0;
    onLongLine();
  }
}
