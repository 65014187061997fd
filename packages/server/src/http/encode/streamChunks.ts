import { pipeline, Readable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import type { Turns } from '../Turns.ts';

// Of the levels the fastest by far: a quarter of the time for a tenth more bytes.
const GZIP_OPTIONS = { level: constants.Z_BEST_SPEED, chunkSize: 65_536 };

/** How an answer is streamed. */
export interface StreamOptions {
  /** Whether it is compressed. */
  readonly isPacked: boolean;
  readonly turns: Pick<Turns, 'next'>;
}

type Body = NonNullable<Response['body']>;

/**
 * Makes the body of an answer from its bytes: the next chunk is made when the client takes it, each in a turn of its own
 * so that others get theirs. Nothing more is made for a client that is gone.
 */
export function streamChunks(chunks: Iterable<Buffer>, { isPacked, turns }: StreamOptions): Body {
  const source = Readable.from(paced(chunks, turns), { highWaterMark: 1 });
  // What breaks a stream off, a client that left, ends the other one too, and is nobody's fault.
  const stream = isPacked ? pipeline(source, createGzip(GZIP_OPTIONS), () => undefined) : source;
  // Node's types and the DOM's declare the same class apart; which one a Response takes depends on who compiles this.
  return Readable.toWeb(stream) as unknown as Body;
}

async function* paced(chunks: Iterable<Buffer>, turns: Pick<Turns, 'next'>): AsyncGenerator<Buffer> {
  for (const chunk of chunks) {
    yield chunk;
    await turns.next();
  }
}
