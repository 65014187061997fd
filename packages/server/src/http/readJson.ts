import type { Context } from 'hono';
import { messageOf } from '../store/storeErrors.ts';
import { ApiError } from './ApiError.ts';
import { type BodyLimits, readBody } from './readBody.ts';

// Deeper ones are no documents of ours, and would overflow the stack of whoever walks them.
const MAX_DEPTH = 100;
// A value may take two bytes of a body and a hundred of memory.
const MAX_VALUES = 2_000_000;

/**
 * Reads a body of JSON; returns `undefined` where it is empty.
 *
 * @throws {@link ApiError} 415 when its type is another, 400 when it is no JSON, 413 when it is over a limit.
 */
export async function readJson(c: Context, limits: BodyLimits): Promise<unknown> {
  const contentType = c.req.header('content-type') ?? '';
  // Pages from elsewhere can send a form or a plain text without being asked about, but no JSON.
  if (!/^application\/json\s*(?:;|$)/i.test(contentType)) {
    throw new ApiError(
      'bad_data',
      `the content type ${JSON.stringify(contentType)} is not supported; send application/json`,
      415,
    );
  }
  const bytes = await readBody(c, limits);
  if (bytes.length === 0) return undefined;
  if (hasMoreThan(MAX_VALUES, bytes)) {
    throw new ApiError('bad_data', `the body has more than ${MAX_VALUES} values; send it in smaller parts`, 413);
  }
  const value = parse(bytes);
  if (isDeeperThan(MAX_DEPTH, value)) {
    throw new ApiError('bad_data', `the body is nested more than ${MAX_DEPTH} levels deep`);
  }
  return value;
}

const [QUOTE, BACKSLASH, COMMA, LIST, OBJECT] = [...'"\\,[{'].map((sign) => sign.charCodeAt(0));

/** Counts values by what stands before them, without making any. */
function hasMoreThan(limit: number, bytes: Uint8Array): boolean {
  if (bytes.length <= limit) return false;
  let count = 0;
  let isInText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) isInText = !isInText;
    else if (isInText && byte === BACKSLASH) at += 1;
    else if (!isInText && (byte === COMMA || byte === LIST || byte === OBJECT)) count += 1;
  }
  return count > limit;
}

function parse(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ApiError('bad_data', 'the body is no UTF-8');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ApiError('bad_data', `the body is no JSON: ${messageOf(error)}`);
  }
}

function isDeeperThan(limit: number, value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return false;
}
