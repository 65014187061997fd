import { CancelledError, GlasspaneError } from '@glasspane/core';
import { PromqlEvaluationError, type PromqlEvaluationErrorKind } from '@glasspane/promql';
import type { Context } from 'hono';
import type { Logger } from '../log/Logger.ts';
import { messageOf } from '../store/storeErrors.ts';
import { ApiError, type ApiErrorType } from './ApiError.ts';
import type { ApiHandler } from './ApiHandler.ts';
import { RequestForm } from './RequestForm.ts';
import { sendResult } from './sendResult.ts';
import { sendText } from './sendText.ts';
import { Turns } from './Turns.ts';
import { waitedMs } from './waitedMs.ts';

/** The types of the errors of an evaluation that are none of execution. */
const TYPE_OF_EVALUATION_ERROR: Readonly<Partial<Record<PromqlEvaluationErrorKind, ApiErrorType>>> = {
  too_many_points: 'bad_data',
  timeout: 'timeout',
  cancelled: 'canceled',
};

/**
 * Makes a route of a handler: reads the parameters, and writes the answer in Prometheus's envelope.
 *
 * @param turns - Those of the queries, where the answer may be long.
 */
export function apiRoute(
  handler: ApiHandler,
  log: Logger,
  turns: Pick<Turns, 'next'> = new Turns(),
): (c: Context) => Promise<Response> {
  return async (c) => {
    try {
      const form = await readForm(c);
      const name = c.req.param('name') ?? '';
      const result = await handler({ form, name, signal: c.req.raw.signal, waitedMs: waitedMs(c) });
      return await sendResult(c, result, turns);
    } catch (error) {
      return sendError(c, toApiError(error, log, c.req.raw.signal));
    }
  };
}

/** Answers with an error in Prometheus's envelope. */
export function sendError(c: Context, error: ApiError): Promise<Response> {
  const body = { status: 'error', errorType: error.type, error: error.message };
  return sendText(c, error.status, 'application/json', JSON.stringify(body));
}

/**
 * Returns the error that the API answers with when something fails. What is our own fault is logged.
 *
 * @param client - Aborted when the client is gone.
 */
export function toApiError(error: unknown, log: Logger, client: AbortSignal): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof CancelledError) return new ApiError('canceled', 'query was canceled in query execution');
  if (error instanceof PromqlEvaluationError) {
    return new ApiError(TYPE_OF_EVALUATION_ERROR[error.kind] ?? 'execution', error.message);
  }
  if (error instanceof GlasspaneError) {
    if (error.code === 'unavailable') return new ApiError('unavailable', error.message);
    if (error.code === 'invalid') return new ApiError('bad_data', error.message);
    return new ApiError('execution', error.message);
  }
  // Nobody hears of it, and a request that breaks off in its body is no fault of ours.
  if (client.aborted) return new ApiError('canceled', 'the client went away');
  log.error('a request failed', { error: messageOf(error), stack: error instanceof Error ? error.stack : undefined });
  return new ApiError('internal', messageOf(error));
}

/** Reads the parameters as Go does: those of a form in the body before those of the URL. */
export async function readForm(c: Context): Promise<RequestForm> {
  const query = queryOf(c.req.url);
  const contentType = c.req.header('content-type') ?? '';
  if (c.req.method !== 'POST' || !/^application\/x-www-form-urlencoded\b/i.test(contentType)) {
    return new RequestForm(query);
  }
  return new RequestForm(new URLSearchParams(await c.req.text()), query);
}

/** Returns the parameters of an address, without parsing the rest of it once more. */
function queryOf(url: string): URLSearchParams {
  const [address = ''] = url.split('#', 1);
  const start = address.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : address.slice(start + 1));
}
