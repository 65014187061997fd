/** Text on its way to a client, as bytes in a buffer that grows. Whoever writes numbers writes into the buffer itself. */
export class ByteWriter {
  #buffer: Buffer;
  /** The same memory as what is handed out; a new one after {@link reserve} and {@link take}. */
  view: DataView;
  /** How many bytes are written. */
  length = 0;

  constructor(capacity = 1024) {
    this.#buffer = Buffer.allocUnsafe(capacity);
    this.view = viewOf(this.#buffer);
  }

  /** Makes room for so many bytes more. */
  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafe(Math.max(needed, 2 * this.#buffer.length));
    this.#buffer.copy(grown, 0, 0, this.length);
    this.#use(grown);
  }

  /** Writes a text in UTF-8. */
  write(text: string): void {
    // No character takes more.
    this.reserve(3 * text.length);
    this.length += this.#buffer.write(text, this.length);
  }

  /** Returns what is written, and begins anew. */
  take(): Buffer {
    const taken = this.#buffer.subarray(0, this.length);
    this.#use(Buffer.allocUnsafe(this.#buffer.length));
    this.length = 0;
    return taken;
  }

  #use(buffer: Buffer): void {
    this.#buffer = buffer;
    this.view = viewOf(buffer);
  }
}

function viewOf({ buffer, byteOffset, length }: Buffer): DataView {
  return new DataView(buffer, byteOffset, length);
}
