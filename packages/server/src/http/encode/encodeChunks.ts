import { ByteWriter } from './ByteWriter.ts';
import type { JsonEncoder } from './JsonEncoder.ts';

// Written in about a millisecond.
const CHUNK_BYTES = 65_536;

/** Runs an encoder until a chunk is full, again and again; the last chunk, however short, is what it returns. */
export function* encodeChunks(encode: JsonEncoder): Generator<Buffer, Buffer> {
  const out = new ByteWriter();
  for (const _ of encode(out)) if (out.length >= CHUNK_BYTES) yield out.take();
  return out.take();
}

/** Returns everything that an encoder writes. */
export function encodeToText(encode: JsonEncoder): string {
  const out = new ByteWriter();
  for (const _ of encode(out));
  return out.take().toString();
}
