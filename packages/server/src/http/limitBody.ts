import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ApiError } from './ApiError.ts';
import { sendError } from './apiRoute.ts';

/** Makes a middleware that refuses bodies of more bytes. */
export function limitBody(maxSize: number): MiddlewareHandler {
  const refuse = (c: Context): Promise<Response> =>
    sendError(c, new ApiError('bad_data', `the body is over the limit of ${maxSize} bytes`, 413));
  const measure = bodyLimit({ maxSize, onError: refuse });
  return async (c, next) => {
    // Looking at a body makes a whole Request of what the HTTP server hands over, which costs as much as a small query.
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const length = c.req.header('transfer-encoding') === undefined ? c.req.header('content-length') : undefined;
    if (length === undefined) return measure(c, next);
    return Number(length) > maxSize ? refuse(c) : next();
  };
}
