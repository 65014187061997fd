import type { Context } from 'hono';
import { messageOf } from '../store/storeErrors.ts';
import { ApiError } from './ApiError.ts';
import { type BodyLimits, readBody } from './readBody.ts';

// Deeper ones are no documents of ours, and would overflow the stack of whoever walks them.
const MAX_DEPTH = 100;

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
  const value = parse(bytes);
  if (isDeeperThan(MAX_DEPTH, value)) {
    throw new ApiError('bad_data', `the body is nested more than ${MAX_DEPTH} levels deep`);
  }
  return value;
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
