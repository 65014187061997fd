import { isUtf8 } from 'node:buffer';
import type { Reader } from 'protobufjs/minimal.js';

// The form of a field's value, the last three bits of its tag.
export const VARINT = 0;
export const FIXED64 = 1;
export const BYTES = 2;

/** Returns the tag of a field: its number, and the form of its value. */
export function tagOf(field: number, form: number): number {
  return (field << 3) | form;
}

/**
 * Reads the fields of a message up to its end. The callback takes each field's value or skips it.
 *
 * @throws Error When it is no such message.
 */
export function readFields(reader: Reader, end: number, onField: (tag: number) => void): void {
  while (reader.pos < end) {
    const tag = reader.tag();
    if (tag >>> 3 === 0) throw new Error('a field has the number 0');
    onField(tag);
  }
  if (reader.pos !== end) throw new Error('a field is longer than its message');
}

/** Reads a message inside another one. */
export function readMessage<TValue>(reader: Reader, read: (reader: Reader, end: number) => TValue): TValue {
  const length = reader.uint32();
  const end = reader.pos + length;
  if (end > reader.len) throw new Error('a message is cut off');
  return read(reader, end);
}

/** Reads a whole number of 64 bits. Beyond those that JavaScript can count by one, it is the nearest that there is. */
export function readInt64(reader: Reader): number {
  const { low, high } = reader.int64();
  return high * 2 ** 32 + (low >>> 0);
}

/** Reads a text, which must be UTF-8. */
export function readText(reader: Reader): string {
  const start = reader.pos;
  const text = reader.string();
  // The decoder puts U+FFFD where the bytes are no UTF-8; only then is it worth a second look.
  if (text.includes('\ufffd')) {
    reader.pos = start;
    if (!isUtf8(reader.bytes())) throw new Error('a text is no UTF-8');
  }
  return text;
}
