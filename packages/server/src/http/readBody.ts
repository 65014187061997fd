import { gunzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { messageOf } from '../store/storeErrors.ts';
import { ApiError } from './ApiError.ts';

/** How much of a body is taken. */
export interface BodyLimits {
  /** The most bytes as they are sent. */
  readonly maxBytes: number;
  /** The most bytes once unpacked. Left out: a packed body is refused. */
  readonly maxUnpackedBytes?: number | undefined;
}

/**
 * Reads the body of a request, and unpacks it where it is gzip.
 *
 * @throws {@link ApiError} 413 when it is over a limit, 415 when it is packed in another way, 400 when it is damaged.
 */
export async function readBody(c: Context, { maxBytes, maxUnpackedBytes }: BodyLimits): Promise<Uint8Array> {
  const encoding = (c.req.header('content-encoding') ?? 'identity').toLowerCase();
  const isPacked = encoding !== 'identity';
  if (isPacked && (encoding !== 'gzip' || maxUnpackedBytes === undefined)) {
    const known = maxUnpackedBytes === undefined ? 'none' : 'gzip or none';
    throw new ApiError(
      'bad_data',
      `the content encoding ${JSON.stringify(encoding)} is not supported; send ${known}`,
      415,
    );
  }
  const sent = await readBytes(c, maxBytes);
  if (!isPacked) return sent;
  try {
    // At once: what many requests unpack side by side would lie in memory together.
    return gunzipSync(sent, { maxOutputLength: maxUnpackedBytes });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(`the unpacked body is over the limit of ${maxUnpackedBytes} bytes`);
    throw new ApiError('bad_data', `the body is no gzip: ${messageOf(error)}`);
  }
}

/** Reads the body of a request as it was sent. */
export async function readBytes(c: Context, maxBytes: number): Promise<Uint8Array> {
  const over = `the body is over the limit of ${maxBytes} bytes`;
  if (Number(c.req.header('content-length') ?? 0) > maxBytes) throw tooLarge(over);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(over);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(message: string): ApiError {
  return new ApiError('bad_data', `${message}; send it in smaller parts`, 413);
}
