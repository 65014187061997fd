import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';
import { acceptsGzip } from './acceptsGzip.ts';

const compress = promisify(gzip);

// Below, compressing costs more than it saves.
const MIN_COMPRESSED_BYTES = 1000;

/** What the text of an answer is, besides its bytes. */
export interface TextHead {
  readonly status: number;
  readonly contentType: string;
}

/** Answers with a text, compressed where it is long and the client takes gzip. */
export function sendText(c: Context, status: number, contentType: string, text: string): Promise<Response> {
  return sendBytes(c, { status, contentType }, Buffer.from(text));
}

/** Answers with a text that is encoded already. */
export async function sendBytes(c: Context, { status, contentType }: TextHead, plain: Buffer): Promise<Response> {
  const isPacked = plain.length >= MIN_COMPRESSED_BYTES && acceptsGzip(c.req.header('accept-encoding'));
  const body = isPacked ? await compress(plain) : plain;
  // No answer lies in shared memory.
  return new Response(body as Buffer<ArrayBuffer>, {
    status,
    headers: {
      'content-type': contentType,
      vary: 'Accept-Encoding',
      ...(isPacked ? { 'content-encoding': 'gzip' } : undefined),
      'content-length': String(body.length),
    },
  });
}
