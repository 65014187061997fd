import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';

const compress = promisify(gzip);

// Below, compressing costs more than it saves.
const MIN_COMPRESSED_BYTES = 1000;

/** Answers with a text, compressed where it is long and the client takes gzip. */
export async function sendText(c: Context, status: number, contentType: string, text: string): Promise<Response> {
  const plain = Buffer.from(text);
  const headers = new Headers({ 'content-type': contentType, vary: 'Accept-Encoding' });
  const isPacked = plain.length >= MIN_COMPRESSED_BYTES && acceptsGzip(c.req.header('accept-encoding') ?? '');
  const body = isPacked ? await compress(plain) : plain;
  if (isPacked) headers.set('content-encoding', 'gzip');
  headers.set('content-length', String(body.length));
  return new Response(body, { status, headers });
}

function acceptsGzip(header: string): boolean {
  return header.split(',').some((part) => {
    const [coding = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    return (coding === 'gzip' || coding === '*') && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
}
