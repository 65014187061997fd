import { type ErrorCode, GlasspaneError } from '@glasspane/core';
import { type FailedResponse, parseRetryAfter, quote } from '../prometheusApi/responseError.ts';

/** What sets an API apart when it fails. */
export interface ApiProtocol {
  /** What it is called: `Alertmanager API v2`. */
  readonly name: string;
  /** Where it is found, below the address of the server: `/api/v2`. */
  readonly path: string;
  /** Reads an answer that says failure; `undefined` where it is not one of this API. */
  parseFailure(body: string): ApiProtocolFailure | undefined;
  /** Returns the error for an answer that is not what the API says. */
  badResponse(what: string, cause?: unknown): GlasspaneError;
}

/** A failure, as an API says it. */
export interface ApiProtocolFailure {
  readonly message: string;
  /** What the API calls it, where it is one of {@link ErrorCode}'s meanings. */
  readonly code?: ErrorCode | undefined;
}

/** Returns the error for an HTTP answer that is no success. */
export function statusError(protocol: ApiProtocol, response: FailedResponse): GlasspaneError {
  const failure = protocol.parseFailure(response.body);
  const said = quote(failure?.message ?? response.body);
  const byStatus = codeOfStatus(response.status, failure !== undefined);
  // A status that tells of credentials or pace counts more: proxies set it, and know better.
  const isOfProxy = [401, 403, 407, 413, 429].includes(response.status);
  const code = isOfProxy ? byStatus : (failure?.code ?? byStatus);
  const message = describe(code, { protocol, response, said, isFromApi: failure !== undefined });
  return new GlasspaneError(code, message, { retryAfterMs: parseRetryAfter(response.retryAfter, response.nowMs) });
}

function codeOfStatus(status: number, isFromApi: boolean): ErrorCode {
  switch (status) {
    case 400:
    case 413:
    case 422:
      return isFromApi || status === 413 ? 'invalid' : 'bad_response';
    case 401:
    case 407:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
    case 405:
      return 'not_found';
    case 408:
    case 504:
      return 'timeout';
    case 409:
    case 412:
      return 'conflict';
    case 429:
      return 'rate_limited';
    case 501:
      return 'unsupported';
    case 502:
    case 503:
      return 'unavailable';
    default:
      return status >= 500 ? 'internal' : 'bad_response';
  }
}

interface Description {
  readonly protocol: ApiProtocol;
  readonly response: FailedResponse;
  readonly said: string;
  readonly isFromApi: boolean;
}

function describe(code: ErrorCode, { protocol, response, said, isFromApi }: Description): string {
  const answer = `HTTP ${response.status}${said === '' ? '' : `: ${said}`}`;
  switch (code) {
    case 'unauthorized':
      return `The backend does not accept the credentials (${answer}). Check the API key, or what headers() returns.`;
    case 'forbidden':
      return `The backend does not allow this with these credentials (${answer}).`;
    case 'not_found':
      if (isFromApi && said !== '') return said;
      return (
        `There is no ${protocol.name} at ${response.url}${protocol.path}, or not what was asked for (${answer}). The ` +
        'url must be the address in front of it, with its path prefix if there is one.'
      );
    case 'timeout':
      return `The backend did not finish in time (${answer}). Try again, or raise timeoutMs.`;
    case 'rate_limited':
      return `The backend asks to slow down (${answer}). Ask less often, or raise its limit.`;
    case 'unavailable':
      return `The backend cannot answer now (${answer}). It may be starting, stopping or overloaded; try again soon.`;
    case 'internal':
      return `The backend failed (${answer}). Its log says more.`;
    case 'bad_response':
      return `The answer of ${response.url} is not one of the ${protocol.name} (${answer}). Check the address.`;
    default:
      return said === '' ? `The backend refuses this (${answer}).` : said;
  }
}
