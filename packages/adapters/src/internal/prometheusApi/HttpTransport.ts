import { GlasspaneError } from '@glasspane/core';

/**
 * How to reach a server that speaks the Prometheus HTTP API.
 *
 * @public
 */
export interface HttpOptions {
  /**
   * The address in front of `/api/v1`: `https://prometheus.example`, one with a path such as
   * `https://mimir.example/prometheus`, or in a browser just the path.
   */
  readonly url: string;
  /** The `fetch` to use. @defaultValue the platform's */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Returns the headers of each request, asked anew every time: a token may rotate. */
  readonly headers?: (() => HeadersInit | Promise<HeadersInit>) | undefined;
}

/** Parameters of a request, in order; a name may occur several times. */
export type RequestParams = readonly (readonly [name: string, value: string])[];

/** One HTTP request under the server's address. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Which of the server's APIs. @defaultValue '/api/v1' */
  readonly api?: string | undefined;
  /** Below the API, its parts escaped: `label/job/values`. */
  readonly path: string;
  /** Stand in the address, or are the body of a POST without another. */
  readonly params: RequestParams;
  /** A body, sent as JSON. */
  readonly json?: unknown;
  /** Headers of this request alone. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly accept: string;
}

/** Sends requests; knows addresses, headers and what a failing network looks like, and nothing of answers. */
export interface HttpTransport {
  /** The address that requests go to, for messages. */
  readonly url: string;
  /** @throws {@link GlasspaneError} `unreachable` when there is no answer at all. */
  send(request: HttpRequest, signal: AbortSignal): Promise<Response>;
}

/** @throws {@link GlasspaneError} `invalid` when the URL cannot be one of a server. */
export function createHttpTransport(options: HttpOptions): HttpTransport {
  const url = checkedUrl(options.url);
  const send = async (request: HttpRequest, signal: AbortSignal): Promise<Response> => {
    const headers = await askHeaders(options.headers);
    for (const [name, value] of Object.entries(request.headers ?? {})) headers.set(name, value);
    headers.set('accept', request.accept);
    const { address, body, contentType } = addressAndBody(url, request);
    if (contentType !== undefined) headers.set('content-type', contentType);
    try {
      // Looked up at each request, because pages replace the global fetch (instrumentation, tests).
      const fetchNow = options.fetch ?? globalThis.fetch;
      return await fetchNow(address, {
        method: request.method,
        headers,
        signal,
        ...(body === undefined ? {} : { body }),
      });
    } catch (cause) {
      throw signal.aborted ? cause : unreachableError(url, cause);
    }
  };
  return { url, send };
}

function addressAndBody(
  url: string,
  { method, api = '/api/v1', path, params, json }: HttpRequest,
): { readonly address: string; readonly body?: string; readonly contentType?: string } {
  const address = `${url}${api}/${path}`;
  const form = new URLSearchParams(params.map(([name, value]) => [name, value])).toString();
  if (method === 'POST' && json === undefined) {
    return { address, body: form, contentType: 'application/x-www-form-urlencoded' };
  }
  const withParams = form === '' ? address : `${address}?${form}`;
  if (json === undefined) return { address: withParams };
  return { address: withParams, body: JSON.stringify(json), contentType: 'application/json' };
}

/** Returns the error for a request that got no answer, or whose answer broke off. */
export function unreachableError(url: string, cause: unknown): GlasspaneError {
  const reason = describeCause(cause);
  return new GlasspaneError(
    'unreachable',
    `Cannot reach ${url}${reason === '' ? '' : ` (${reason})`}. Check that the address is right and the server runs; ` +
      'in a browser also that the server allows requests from this page (CORS).',
    { cause },
  );
}

function checkedUrl(url: string): string {
  const trimmed = url.trim().replace(/\/+$/, '');
  const invalid = (what: string): GlasspaneError => new GlasspaneError('invalid', `The backend's url "${url}" ${what}`);
  if (/[?#]/.test(trimmed)) throw invalid('must not have a query or fragment; send credentials with headers().');
  // A path alone is completed by the browser.
  if (/^\s*\/(?!\/)/.test(url)) return trimmed;
  const parsed = tryParse(trimmed);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
    throw invalid('is not an http(s) address such as https://prometheus.example, nor a path such as /prometheus.');
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw invalid('must not hold credentials; send them with headers().');
  }
  return trimmed;
}

function tryParse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

async function askHeaders(ask: HttpOptions['headers']): Promise<Headers> {
  try {
    return new Headers(await ask?.());
  } catch (cause) {
    if (cause instanceof GlasspaneError) throw cause;
    throw new GlasspaneError('unauthorized', `The host's headers() failed: ${describeCause(cause)}`, { cause });
  }
}

function describeCause(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  // Node's fetch only says "fetch failed" and keeps the reason (ECONNREFUSED …) one level down.
  return cause.cause instanceof Error ? cause.cause.message || cause.message : cause.message;
}
