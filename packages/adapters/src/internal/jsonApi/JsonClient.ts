import { GlasspaneError } from '@glasspane/core';
import { checkedTimeout } from '../checkedTimeout.ts';
import {
  createHttpTransport,
  type HttpOptions,
  type HttpRequest,
  unreachableError,
} from '../prometheusApi/HttpTransport.ts';
import { readText } from '../prometheusApi/readText.ts';
import { withDeadline } from '../withDeadline.ts';
import { type ApiProtocol, statusError } from './statusError.ts';

/** Options of a {@link JsonClient}. */
export interface JsonClientOptions extends HttpOptions {
  /** How long an answer may take, in milliseconds. @defaultValue 30000 */
  readonly timeoutMs?: number | undefined;
}

/** A request of an API that speaks JSON. */
export type JsonCall = Pick<HttpRequest, 'method' | 'api' | 'path' | 'json' | 'headers'> & {
  readonly params?: HttpRequest['params'] | undefined;
  /** How long this answer may take, in milliseconds, where it takes longer than others. */
  readonly timeoutMs?: number | undefined;
};

/** Asks an API that speaks JSON; knows nothing of what its answers mean. */
export interface JsonClient {
  /** Returns the JSON of a successful answer, and `undefined` for an empty one. */
  ask(call: JsonCall, signal?: AbortSignal): Promise<unknown>;
  /** Returns a successful answer that is a file, its body still unread. */
  download(call: JsonCall, signal?: AbortSignal): Promise<DownloadedFile>;
}

/** A file that was downloaded. */
export interface DownloadedFile {
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

const MEGABYTE = 1024 * 1024;
const MAX_ANSWER_BYTES = 64 * MEGABYTE;
const MAX_ERROR_BYTES = MEGABYTE;

/** @throws {@link GlasspaneError} `invalid` when the URL cannot be one of a server, or no timer can take the time-out. */
export function createJsonClient(options: JsonClientOptions, protocol: ApiProtocol): JsonClient {
  const transport = createHttpTransport(options);
  const timeoutMs = checkedTimeout(options.timeoutMs);

  const run = <TResult>(
    { params = [], ...call }: JsonCall,
    { accept, read }: { readonly accept: string; read(response: Response, signal: AbortSignal): Promise<TResult> },
    signal: AbortSignal | undefined,
  ): Promise<TResult> =>
    withDeadline(signal, call.timeoutMs ?? timeoutMs, async (bounded) => {
      const response = await transport.send({ ...call, params, accept }, bounded);
      try {
        if (response.ok) return await read(response, bounded);
        const { text } = await readText(response, MAX_ERROR_BYTES, bounded);
        throw statusError(protocol, {
          url: transport.url,
          status: response.status,
          body: text,
          retryAfter: response.headers.get('retry-after'),
          nowMs: Date.now(),
        });
      } catch (cause) {
        throw bounded.aborted || cause instanceof GlasspaneError ? cause : unreachableError(transport.url, cause);
      }
    });

  return {
    ask: (call, signal) =>
      run(
        call,
        { accept: 'application/json', read: async (response, bounded) => readJson(response, protocol, bounded) },
        signal,
      ),
    download: (call, signal) =>
      run(
        call,
        {
          accept: '*/*',
          read: async (response) => ({
            headers: response.headers,
            bytes: new Uint8Array(await response.arrayBuffer()),
          }),
        },
        signal,
      ),
  };
}

async function readJson(response: Response, protocol: ApiProtocol, signal: AbortSignal): Promise<unknown> {
  const { text, isCut } = await readText(response, MAX_ANSWER_BYTES, signal);
  if (isCut) throw protocol.badResponse(`it is over ${MAX_ANSWER_BYTES / MEGABYTE} MB`);
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw protocol.badResponse(/^\s*</.test(text) ? 'it is a web page' : 'it is no JSON', cause);
  }
}
