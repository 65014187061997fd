import { type Clock, GlasspaneError } from '@glasspane/core';
import { createParser } from 'eventsource-parser';
import { badResponse } from '../internal/prometheusApi/badResponse.ts';
import { type HttpTransport, type RequestParams, unreachableError } from '../internal/prometheusApi/HttpTransport.ts';
import { readText } from '../internal/prometheusApi/readText.ts';
import { responseError } from '../internal/prometheusApi/responseError.ts';

/** What to read, and who hears of it. */
export interface EventStreamOptions {
  readonly transport: HttpTransport;
  /** Below `/api/v1/`. */
  readonly path: string;
  readonly params: RequestParams;
  readonly clock: Clock;
  /** The longest event that is taken, in characters. */
  readonly maxEventLength: number;
  onEvent(name: string | undefined, data: string): void;
}

/** The server says something every 15 s at least; after three times that in silence the connection is dead. */
const SILENCE_MS = 45_000;

/** A refusal is a sentence or two, or a web page. */
const MAX_REFUSAL_BYTES = 1_000_000;

/**
 * Reads server-sent events until the connection breaks or the signal fires. Never resolves.
 *
 * @throws {@link GlasspaneError} When the server refuses, the network fails, or the stream ends.
 */
export async function readEventStream(options: EventStreamOptions, signal: AbortSignal): Promise<never> {
  const { transport, path, params, clock } = options;
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  let cancelWatchdog = clock.setTimeout(abort, SILENCE_MS);
  const onChunk = (): void => {
    cancelWatchdog();
    cancelWatchdog = clock.setTimeout(abort, SILENCE_MS);
  };
  try {
    const request = { method: 'GET', path, params, accept: 'text/event-stream' } as const;
    const body = await openBody(await transport.send(request, controller.signal), transport.url, controller.signal);
    await readEvents(body, options, onChunk);
    throw new Error('the live channel was closed');
  } catch (cause) {
    throw cause instanceof GlasspaneError ? cause : unreachableError(transport.url, cause);
  } finally {
    cancelWatchdog();
    signal.removeEventListener('abort', abort);
    // Lets go of a body that was not read to its end.
    abort();
  }
}

async function openBody(response: Response, url: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  if (!response.ok) {
    const retryAfter = response.headers.get('retry-after');
    const { text } = await readText(response, MAX_REFUSAL_BYTES, signal);
    throw responseError({ url, status: response.status, body: text, retryAfter, nowMs: Date.now() });
  }
  const type = response.headers.get('content-type') ?? '';
  if (response.body === null || !type.startsWith('text/event-stream')) {
    throw badResponse(`the live channel is not a text/event-stream but "${type}"`);
  }
  return response.body;
}

async function readEvents(
  body: ReadableStream<Uint8Array>,
  { maxEventLength, onEvent }: EventStreamOptions,
  onChunk: () => void,
): Promise<void> {
  const parser = createParser({ maxBufferSize: maxEventLength, onEvent: ({ event, data }) => onEvent(event, data) });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    onChunk();
    parser.feed(decoder.decode(chunk.value, { stream: true }));
  }
}
