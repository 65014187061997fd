import { GlasspaneError } from '@glasspane/core';
import type { Context } from 'hono';
import { ApiError } from '../http/ApiError.ts';
import { toApiError } from '../http/apiRoute.ts';
import { sendText } from '../http/sendText.ts';
import type { Logger } from '../log/Logger.ts';

/** Answers with what went wrong, as Loki does: in plain text. What is our own fault is logged. */
export function sendLogFailure(c: Context, error: unknown, log: Logger): Promise<Response> {
  const { status, message } = toLogError(error, log, c.req.raw.signal);
  return sendText(c, status, 'text/plain; charset=utf-8', `${message}\n`);
}

/** Returns the error of a log API, with the status that Loki has for it. */
export function toLogError(error: unknown, log: Logger, client: AbortSignal): ApiError {
  if (error instanceof GlasspaneError) {
    if (error.code === 'rate_limited') return new ApiError('bad_data', error.message, 429);
    if (error.code === 'too_many_samples' || error.code === 'bad_query') return new ApiError('bad_data', error.message);
  }
  return toApiError(error, log, client);
}
