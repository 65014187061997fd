import type { Clock } from '@glasspane/core';
import { badResponse } from '../internal/prometheusApi/badResponse.ts';
import type { HttpTransport } from '../internal/prometheusApi/HttpTransport.ts';
import { asArray, asRecord } from '../internal/prometheusApi/json.ts';
import { parseJson } from './parseJson.ts';
import { readEventStream } from './readEventStream.ts';

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

/** A line of the stream that is longer is no event of ours. */
const MAX_EVENT_LENGTH = 1_000_000;

/**
 * Reads the server's live channel (server-sent events) until it breaks or the signal fires. Never resolves.
 *
 * @throws {@link GlasspaneError} When the server refuses, the network fails, or the stream ends.
 */
export function readLiveStream(options: LiveStreamOptions, signal: AbortSignal): Promise<never> {
  const { transport, selectors, clock, onOpen, onSamples } = options;
  const params = selectors.map((selector) => ['match[]', selector] as const);
  const onEvent = (name: string | undefined, data: string): void => {
    if (name === 'open') onOpen();
    if (name === 'samples') onSamples(decodeSamples(data));
  };
  return readEventStream({ transport, path: 'live', params, clock, maxEventLength: MAX_EVENT_LENGTH, onEvent }, signal);
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
