import { GlasspaneError } from '@glasspane/core';
import { checkedTimeout } from '../checkedTimeout.ts';
import { withDeadline } from '../withDeadline.ts';
import { type ApiAnswer, parseAnswer } from './envelope.ts';
import {
  createHttpTransport,
  type HttpOptions,
  type HttpRequest,
  type RequestParams,
  unreachableError,
} from './HttpTransport.ts';
import { readText } from './readText.ts';
import { responseError } from './responseError.ts';

/**
 * Options of a client of the Prometheus HTTP API.
 *
 * @public
 */
export interface ApiClientOptions extends HttpOptions {
  /**
   * How queries are sent. `POST` has no limit of length and falls back to `GET` where a proxy refuses it; a host that
   * wants its browser's cache, or has a gateway that only passes `GET`, says so. @defaultValue 'POST'
   */
  readonly method?: 'POST' | 'GET' | undefined;
  /** How long an answer may take, in milliseconds. @defaultValue 30000 */
  readonly timeoutMs?: number | undefined;
}

/** Asks the API and returns what an answer holds; knows nothing of what it means. */
export interface ApiClient {
  /** How long an answer may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Sends a request whose parameters may be long: by POST where that works. */
  query(path: string, params: RequestParams, signal?: AbortSignal): Promise<ApiAnswer>;
  get(path: string, params: RequestParams, signal?: AbortSignal): Promise<ApiAnswer>;
}

const MEGABYTE = 1024 * 1024;
/** More is beyond what a page can show, and near to what its memory can hold. */
const MAX_ANSWER_BYTES = 128 * MEGABYTE;

/** How servers and the proxies before them say that they take no POST here, as Prometheus's own clients read it. */
const POST_REFUSED: readonly number[] = [403, 404, 405, 501];

/** @throws {@link GlasspaneError} `invalid` when the URL cannot be one of a server, or no timer can take the time-out. */
export function createApiClient(options: ApiClientOptions): ApiClient {
  const transport = createHttpTransport(options);
  const timeoutMs = checkedTimeout(options.timeoutMs);
  let queryMethod = options.method ?? 'POST';

  const ask = async (request: Omit<HttpRequest, 'accept'>, signal: AbortSignal): Promise<ReadResponse> => {
    const response = await transport.send({ ...request, accept: 'application/json' }, signal);
    try {
      const { text, isCut } = await readText(response, MAX_ANSWER_BYTES, signal);
      if (isCut && response.ok) throw tooLargeError(transport.url);
      return { response, body: text };
    } catch (cause) {
      throw signal.aborted || cause instanceof GlasspaneError ? cause : unreachableError(transport.url, cause);
    }
  };

  const answerOf = ({ response, body }: ReadResponse): ApiAnswer => {
    // Prometheus's answer to a question about the exemplars of an expression that reads no series.
    if (response.status === 204) return { data: undefined, notices: [] };
    if (response.ok) return parseAnswer(body);
    const retryAfter = response.headers.get('retry-after');
    throw responseError({ url: transport.url, status: response.status, body, retryAfter, nowMs: Date.now() });
  };

  const get: ApiClient['get'] = (path, params, signal) =>
    withDeadline(signal, timeoutMs, async (bounded) => answerOf(await ask({ method: 'GET', path, params }, bounded)));

  const query: ApiClient['query'] = (path, params, signal) =>
    withDeadline(signal, timeoutMs, async (bounded) => {
      const first = await ask({ method: queryMethod, path, params }, bounded);
      if (queryMethod === 'GET' || !POST_REFUSED.includes(first.response.status)) return answerOf(first);
      const second = await ask({ method: 'GET', path, params }, bounded);
      if (second.response.ok) queryMethod = 'GET';
      return answerOf(second);
    });

  return { timeoutMs, query, get };
}

function tooLargeError(url: string): GlasspaneError {
  return new GlasspaneError(
    'too_many_samples',
    `The answer of ${url} is over ${MAX_ANSWER_BYTES / MEGABYTE} MB. Ask for a shorter time range, a longer step, or fewer series with matchers.`,
  );
}

interface ReadResponse {
  readonly response: Response;
  readonly body: string;
}
