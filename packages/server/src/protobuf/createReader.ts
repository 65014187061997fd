import { BufferReader, type Reader } from 'protobufjs/minimal.js';

// An empty message takes two bytes of a body and a hundred of memory; without a bound, one that packs well would fill it all.
const MAX_FIELDS = 1_000_000;

/** Makes the reader of a message from outside, which refuses one that would take far more memory than its bytes. */
export function createReader(message: Uint8Array): Reader {
  return new BoundedReader(Buffer.from(message.buffer, message.byteOffset, message.byteLength));
}

class BoundedReader extends BufferReader {
  #count = 0;

  override tag(): number {
    this.#add(1);
    return super.tag();
  }

  /** One of a list too, which has no tag of its own. */
  override fixed64(): ReturnType<BufferReader['fixed64']> {
    this.#add(1);
    return super.fixed64();
  }

  override doubles(array?: number[]): number[] {
    const before = array?.length ?? 0;
    const all = super.doubles(array);
    this.#add(all.length - before);
    return all;
  }

  #add(fields: number): void {
    this.#count += fields;
    if (this.#count > MAX_FIELDS) {
      throw new Error(`the message has more than ${MAX_FIELDS} fields; send it in smaller parts`);
    }
  }
}
