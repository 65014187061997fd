import type { ByteWriter } from './ByteWriter.ts';

/**
 * Writes JSON bit by bit. Whenever it stops, what is written so far may be taken away. It cannot fail: when it begins,
 * everything is there.
 */
export type JsonEncoder = (out: ByteWriter) => Generator<void, void>;
