import { type ErrorCode, GlasspaneError } from '@glasspane/core';
import { looksLikeHtml, parseFailure } from './envelope.ts';

/** What is known of an answer that is no success. */
export interface FailedResponse {
  /** The address of the API, for messages. */
  readonly url: string;
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | null;
  readonly nowMs: number;
}

const MAX_QUOTED_LENGTH = 500;

/** How Prometheus, Mimir, Thanos and VictoriaMetrics say that a query is over a limit; they have no code for it. */
const LIMITS: readonly (readonly [pattern: RegExp, code: ErrorCode, advice: string])[] = [
  [
    /maximum resolution of [\d,]+ points|too many points for the given step|exceeds the limit of \d+ points/i,
    'too_many_points',
    'Ask for a shorter time range or a longer step.',
  ],
  [
    /too many samples|max-?(?:imum)?[ -](?:number of )?(?:fetched-)?(?:samples|chunks)|maxSamplesPer/i,
    'too_many_samples',
    'Ask for a shorter time range, or for fewer series with matchers.',
  ],
  [
    /max(?:imum)?[ -](?:number of )?(?:fetched-)?(?:unique )?(?:time ?)?series|number of matching (?:time)?series exceeds|too many (?:time)?series/i,
    'too_many_series',
    'Ask for fewer series with matchers.',
  ],
];

const CODE_BY_ERROR_TYPE: ReadonlyMap<string, ErrorCode> = new Map([
  ['bad_data', 'bad_query'],
  ['execution', 'bad_query'],
  ['timeout', 'timeout'],
  ['canceled', 'unavailable'],
  ['unavailable', 'unavailable'],
  ['internal', 'internal'],
  ['not_found', 'not_found'],
  ['unauthorized', 'unauthorized'],
  ['too_many_requests', 'rate_limited'],
]);

/** Returns the error for an HTTP answer that is no success. */
export function responseError(response: FailedResponse): GlasspaneError {
  const failure = parseFailure(response.body);
  const said = quote(failure?.error ?? response.body);
  const retryAfterMs = parseRetryAfter(response.retryAfter, response.nowMs);
  const limit = LIMITS.find(([pattern]) => pattern.test(said));
  if (limit !== undefined && response.status < 500) {
    const [, code, advice] = limit;
    return new GlasspaneError(code, `The query is over a limit of the backend: ${said}. ${advice}`, { retryAfterMs });
  }
  // A status that tells of credentials or pace counts more than the error type: proxies set it, and know better.
  const byStatus = [401, 403, 413, 429].includes(response.status) ? undefined : failure?.errorType;
  const code = CODE_BY_ERROR_TYPE.get(byStatus ?? '') ?? codeOfStatus(response.status, failure !== undefined);
  return new GlasspaneError(code, describe(code, response, said), { retryAfterMs });
}

function codeOfStatus(status: number, isFromApi: boolean): ErrorCode {
  switch (status) {
    case 400:
    case 422:
      return isFromApi ? 'bad_query' : 'bad_response';
    case 401:
    case 407:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
    case 405:
    case 501:
      return 'not_found';
    case 408:
    case 504:
      return 'timeout';
    case 413:
    case 414:
    case 431:
      return 'bad_query';
    case 429:
      return 'rate_limited';
    case 502:
    case 503:
      return 'unavailable';
    default:
      return status >= 500 ? 'internal' : 'bad_response';
  }
}

function describe(code: ErrorCode, { url, status, body }: FailedResponse, said: string): string {
  const answer = `HTTP ${status}${said === '' ? '' : `: ${said}`}`;
  switch (code) {
    case 'bad_query':
      return [413, 414, 431].includes(status)
        ? `The query is too long for the backend (${answer}). Shorten it, or let the backend accept longer requests.`
        : `The backend refuses the query: ${said}`;
    case 'unauthorized':
      return `The backend does not accept the credentials (${answer}). Check what headers() returns.`;
    case 'forbidden':
      return `The backend does not allow this with these credentials (${answer}).`;
    case 'not_found':
      return (
        `There is no Prometheus HTTP API at ${url}/api/v1 (${answer}). The url must be the address in front of ` +
        '/api/v1, with its path prefix if there is one.'
      );
    case 'timeout':
      return `The backend did not finish in time (${answer}). Ask for a shorter time range or fewer series.`;
    case 'rate_limited':
      return `The backend asks to slow down (${answer}). Refresh less often, or raise its limit.`;
    case 'unavailable':
      return `The backend cannot answer now (${answer}). It may be starting, stopping or overloaded; try again soon.`;
    case 'internal':
      return `The backend failed (${answer}). Its log says more.`;
    default:
      return `The answer of ${url} is not one of a Prometheus HTTP API (${
        looksLikeHtml(body) ? `HTTP ${status} with a web page` : answer
      }). Check the address.`;
  }
}

/** Makes what the backend said fit for a message: no page of markup, no megabytes. */
export function quote(text: string): string {
  if (looksLikeHtml(text)) return /<title>\s*([^<]{1,100}?)\s*<\/title>/i.exec(text)?.[1] ?? 'a web page';
  const trimmed = text.trim();
  return trimmed.length > MAX_QUOTED_LENGTH ? `${trimmed.slice(0, MAX_QUOTED_LENGTH)}…` : trimmed;
}

/** Retry-After is seconds or a date. */
export function parseRetryAfter(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  const delayMs = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - nowMs;
  return Number.isNaN(delayMs) ? undefined : Math.max(0, delayMs);
}
