import { open } from 'node:fs/promises';

/** How much is read at once. */
export const CHUNK_BYTES: number = 1 << 20;

/**
 * Reads a file from an offset on, always one part ahead, in two buffers by turns: new ones would keep the garbage
 * collector busy. A part is overwritten once the one after it has been asked for.
 */
export async function* readChunks(name: string, offset: number): AsyncGenerator<Buffer> {
  const file = await open(name);
  let ahead: Promise<number> | undefined;
  try {
    let [current, next] = [Buffer.alloc(CHUNK_BYTES), Buffer.alloc(CHUNK_BYTES)];
    let position = offset;
    const read = async (into: Buffer): Promise<number> => (await file.read(into, 0, into.length, position)).bytesRead;
    let count = await read(current);
    while (count > 0) {
      position += count;
      ahead = read(next);
      // It is waited for below, or when nobody wants to know any more.
      ahead.catch(() => undefined);
      yield current.subarray(0, count);
      count = await ahead;
      [current, next] = [next, current];
    }
  } finally {
    await ahead?.catch(() => undefined);
    await file.close();
  }
}
