import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { addAbortSignal, pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { messageOf } from '../store/storeErrors.ts';
import { ImportError } from './ImportError.ts';
import type { FileIdentity } from './ImportTarget.ts';
import { CHUNK_BYTES, readChunks } from './readChunks.ts';

/** A text on its way in. */
export interface ImportInput {
  /** As the user wrote it. */
  readonly name: string;
  /** In bytes, as it lies on the disk; left out where it is not known. */
  readonly size: number | undefined;
  /** The beginning of the text. */
  readonly head: string;
  /** The end of the text, where it can be seen. */
  readonly tail: string | undefined;
  /** How many of {@link size} bytes have been read. */
  bytesRead(): number;
  /** Returns by what the file is known again; `undefined` where it can be read only once. */
  identify(options: string): FileIdentity | undefined;
  /** Reads the text from an offset on, once. Each part may be overwritten when the next one is asked for. */
  read(offset: number): AsyncIterable<Buffer>;
}

const HEAD_BYTES = 1 << 18;
const DIGEST_BYTES = 1 << 16;

/**
 * Opens a file, compressed by gzip or not; `-` is the standard input.
 *
 * @param signal - Breaks off the waiting for what comes through a pipe.
 * @throws {@link ImportError} When it cannot be read.
 */
export async function openInput(name: string, stdin: Readable, signal: AbortSignal): Promise<ImportInput> {
  if (name === '-') return openStream(name, addAbortSignal(signal, stdin));
  try {
    const info = await stat(name);
    if (info.isDirectory()) throw new Error('it is a folder');
    if (!info.isFile()) return await openStream(name, createReadStream(name, { highWaterMark: CHUNK_BYTES, signal }));
    return await openFile(name, info.size, info.mtimeMs);
  } catch (error) {
    throw new ImportError(`${name} cannot be read: ${messageOf(error)}`);
  }
}

async function openFile(name: string, size: number, modifiedMs: number): Promise<ImportInput> {
  const [start, end] = await readEnds(name, size);
  const isGzip = isGzipped(start);
  let bytesRead = 0;

  async function* counted(source: AsyncIterable<Buffer>, from: number): AsyncGenerator<Buffer> {
    bytesRead = from;
    for await (const chunk of source) {
      bytesRead += chunk.length;
      yield chunk;
    }
  }
  // What is compressed is queued on its way, so it may not be overwritten.
  const compressed = () => counted(createReadStream(name, { highWaterMark: CHUNK_BYTES }), 0);

  const head = await readHead(isGzip ? uncompressed(compressed()) : readChunks(name, 0));
  return {
    name,
    size,
    head: head.toString(),
    tail: isGzip ? undefined : end.toString(),
    bytesRead: () => bytesRead,
    identify: (options) => ({
      path: resolve(name),
      size,
      modifiedMs,
      digest: createHash('sha256').update(start).update(end).update(options).digest('hex'),
    }),
    read: (offset) => (isGzip ? skip(uncompressed(compressed()), offset) : counted(readChunks(name, offset), offset)),
  };
}

async function openStream(name: string, stream: Readable): Promise<ImportInput> {
  let bytesRead = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of stream) {
      bytesRead += chunk.length;
      yield chunk;
    }
  }
  const first = await peek(counted(), 2);
  const { head, all } = await peek(isGzipped(first.head) ? uncompressed(first.all()) : first.all(), HEAD_BYTES);
  return {
    name,
    size: undefined,
    head: head.toString(),
    tail: undefined,
    bytesRead: () => bytesRead,
    identify: () => undefined,
    read: (offset) => skip(all(), offset),
  };
}

async function readEnds(name: string, size: number): Promise<[start: Buffer, end: Buffer]> {
  const file = await open(name);
  try {
    const length = Math.min(size, DIGEST_BYTES);
    const start = Buffer.alloc(length);
    const end = Buffer.alloc(length);
    await file.read(start, 0, length, 0);
    await file.read(end, 0, length, size - length);
    return [start, end];
  } finally {
    await file.close();
  }
}

function isGzipped(start: Buffer): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

function uncompressed(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // What fails on the way is thrown to who reads.
  pipeline(source, gunzip, () => undefined);
  return gunzip;
}

/** Gives empty parts for what it leaves out, so that whoever reads can show that something happens, or stop. */
async function* skip(source: AsyncIterable<Buffer>, offset: number): AsyncGenerator<Buffer> {
  let left = offset;
  for await (const chunk of source) {
    yield left === 0 ? chunk : chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

async function readHead(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const seen: Buffer[] = [];
  for await (const chunk of source) {
    seen.push(Buffer.from(chunk));
    if (seen.reduce((sum, { length }) => sum + length, 0) >= HEAD_BYTES) break;
  }
  return Buffer.concat(seen).subarray(0, HEAD_BYTES);
}

/** Reads the beginning of what can be read only once; `all` returns the whole. */
async function peek(
  source: AsyncIterable<Buffer>,
  bytes: number,
): Promise<{ readonly head: Buffer; readonly all: () => AsyncGenerator<Buffer> }> {
  const iterator = source[Symbol.asyncIterator]();
  const seen: Buffer[] = [];
  let length = 0;
  while (length < bytes) {
    const { done, value } = await iterator.next();
    if (done === true) break;
    seen.push(value);
    length += value.length;
  }
  async function* all(): AsyncGenerator<Buffer> {
    yield* seen;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head: Buffer.concat(seen).subarray(0, bytes), all };
}
