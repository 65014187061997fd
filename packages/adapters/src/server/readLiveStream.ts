import { type Clock, GlasspaneError } from '@glasspane/core';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { badResponse } from '../internal/prometheusApi/badResponse.ts';
import { type HttpTransport, unreachableError } from '../internal/prometheusApi/HttpTransport.ts';
import { asArray, asRecord } from '../internal/prometheusApi/json.ts';
import { readText } from '../internal/prometheusApi/readText.ts';
import { responseError } from '../internal/prometheusApi/responseError.ts';

/** New samples are there. */
export interface LiveSamples {
  /** The time of the newest of them, in milliseconds since the epoch. */
  readonly timeMs: number;
  /** Which of the selectors that were asked for got some, by their place. */
  readonly selectorIndexes: readonly number[];
}

/** What to read, and who hears of it. */
export interface LiveStreamOptions {
  readonly transport: HttpTransport;
  /** Selectors in PromQL, at least one. */
  readonly selectors: readonly string[];
  readonly clock: Clock;
  onOpen(): void;
  onSamples(samples: LiveSamples): void;
}

/** The server says something every 15 s at least; after three times that in silence the connection is dead. */
const SILENCE_MS = 45_000;

/** A line of the stream that is longer is no event of ours. */
const MAX_EVENT_LENGTH = 1_000_000;

/** A refusal is a sentence or two, or a web page. */
const MAX_REFUSAL_BYTES = 1_000_000;

/**
 * Reads the server's live channel (server-sent events) until it breaks or the signal fires. Never resolves.
 *
 * @throws {@link GlasspaneError} When the server refuses, the network fails, or the stream ends.
 */
export async function readLiveStream(options: LiveStreamOptions, signal: AbortSignal): Promise<never> {
  const { transport, selectors, clock } = options;
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
    const params = selectors.map((selector) => ['match[]', selector] as const);
    const request = { method: 'GET', path: 'live', params, accept: 'text/event-stream' } as const;
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
  options: LiveStreamOptions,
  onChunk: () => void,
): Promise<void> {
  const parser = createParser({ maxBufferSize: MAX_EVENT_LENGTH, onEvent: (message) => dispatch(message, options) });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    onChunk();
    parser.feed(decoder.decode(chunk.value, { stream: true }));
  }
}

function dispatch({ event, data }: EventSourceMessage, { onOpen, onSamples }: LiveStreamOptions): void {
  if (event === 'open') onOpen();
  if (event === 'samples') onSamples(decodeSamples(data));
}

function decodeSamples(data: string): LiveSamples {
  const { t, m } = asRecord(parseJson(data)) ?? {};
  const indexes = asArray(m);
  const isIndex = (value: unknown): value is number => Number.isInteger(value);
  if (typeof t !== 'number' || indexes === undefined || !indexes.every(isIndex)) {
    throw badResponse('an event of the live channel has not the form {"t": <time>, "m": [<places>]}');
  }
  return { timeMs: t, selectorIndexes: indexes };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
