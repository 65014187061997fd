import { type ErrorCode, GlasspaneError, InvalidDocumentError } from '@glasspane/core';
import type { Context } from 'hono';
import type { Logger } from '../log/Logger.ts';
import { ApiError, type ApiErrorType } from './ApiError.ts';
import { toApiError } from './apiRoute.ts';
import { readJson } from './readJson.ts';
import { sendText } from './sendText.ts';

/** What a handler of the server's own API gets to see of a request. */
export interface JsonRequest {
  /** The body of a POST, PUT or PATCH; `undefined` where it is empty. Hostile until parsed. */
  readonly body: unknown;
  readonly query: URLSearchParams;
  /** Aborted when the client is gone. */
  readonly signal: AbortSignal;
  /** Returns a parameter in the path, decoded; the empty text where the path has none of that name. */
  param(name: string): string;
  header(name: string): string | undefined;
}

/** What a handler answers. */
export interface JsonResult {
  /** What stands under `data`. Ignored with status 204. */
  readonly data?: unknown;
  /** @defaultValue 200 */
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Answers one kind of request, knowing nothing of HTTP's transport.
 *
 * @throws {@link GlasspaneError} Or an {@link ApiError}: the client gets it with the fitting status.
 */
export type JsonHandler = (request: JsonRequest) => Promise<JsonResult> | JsonResult;

/** How a route of the server's own API behaves. */
export interface JsonRouteOptions {
  readonly log: Logger;
  /** The most bytes of a body. @defaultValue 1 MiB */
  readonly maxBytes?: number | undefined;
}

type Failure = readonly [status: number, type: ApiErrorType];

const FAILURES: Readonly<Partial<Record<ErrorCode, Failure>>> = {
  invalid: [400, 'bad_data'],
  bad_query: [400, 'bad_data'],
  unauthorized: [401, 'unauthorized'],
  forbidden: [403, 'forbidden'],
  not_found: [404, 'not_found'],
  conflict: [409, 'conflict'],
  too_many_series: [422, 'execution'],
  too_many_samples: [422, 'execution'],
  too_many_points: [422, 'execution'],
  rate_limited: [429, 'rate_limited'],
  unsupported: [501, 'unsupported'],
  unreachable: [502, 'unreachable'],
  bad_response: [502, 'unreachable'],
  unavailable: [503, 'unavailable'],
  timeout: [504, 'timeout'],
  cancelled: [499, 'canceled'],
};

const DEFAULT_MAX_BYTES = 1024 * 1024;
const METHODS_WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);

/**
 * Makes a route of the server's own API: JSON in, Prometheus's envelope out. Bodies must say `application/json`; faults
 * answer with the status that fits their code, and those of a document also list its `issues`.
 */
export function jsonRoute(handler: JsonHandler, options: JsonRouteOptions): (c: Context) => Promise<Response> {
  const { log, maxBytes = DEFAULT_MAX_BYTES } = options;
  return async (c) => {
    try {
      const body = METHODS_WITH_BODY.has(c.req.method) ? await readJson(c, { maxBytes }) : undefined;
      return await sendResult(
        c,
        await handler({
          body,
          query: new URL(c.req.url).searchParams,
          signal: c.req.raw.signal,
          param: (name) => c.req.param(name) ?? '',
          header: (name) => c.req.header(name),
        }),
      );
    } catch (error) {
      return sendFailure(c, error, log);
    }
  };
}

async function sendResult(c: Context, { data, status = 200, headers = {} }: JsonResult): Promise<Response> {
  const response =
    status === 204
      ? new Response(null, { status })
      : await sendText(c, status, 'application/json', JSON.stringify({ status: 'success', data: data ?? null }));
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** Answers with what went wrong, in Prometheus's envelope. What is our own fault is logged. */
export async function sendFailure(c: Context, error: unknown, log: Logger): Promise<Response> {
  const { status, type, message } = toJsonError(error, log, c.req.raw.signal);
  const issues = error instanceof InvalidDocumentError ? { issues: error.issues } : {};
  const body = { status: 'error', errorType: type, error: message, ...issues };
  const response = await sendText(c, status, 'application/json', JSON.stringify(body));
  const retryAfterMs = error instanceof GlasspaneError ? error.retryAfterMs : undefined;
  if (retryAfterMs !== undefined) response.headers.set('retry-after', String(Math.ceil(retryAfterMs / 1000)));
  return response;
}

/** Returns the error of the server's own API for whatever went wrong; what is our own fault is logged. */
export function toJsonError(error: unknown, log: Logger, client: AbortSignal): ApiError {
  const failure = error instanceof GlasspaneError ? FAILURES[error.code] : undefined;
  if (failure === undefined || !(error instanceof GlasspaneError)) return toApiError(error, log, client);
  const [status, type] = failure;
  return new ApiError(type, error.message, status);
}
