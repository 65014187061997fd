import { type Clock, type ErrorCode, GlasspaneError, type LogSubscription } from '@glasspane/core';
import { callListener } from '../internal/callListener.ts';
import type { HttpTransport } from '../internal/prometheusApi/HttpTransport.ts';
import { decodeTailedLogs } from './decodeLogs.ts';
import { readEventStream } from './readEventStream.ts';

/** What a live tail works with. */
export interface LogTailConnectionOptions {
  readonly transport: HttpTransport;
  readonly clock: Clock;
  /** Returns a number from 0 to 1 that spreads reconnections. */
  readonly random: () => number;
  readonly subscription: LogSubscription;
}

const FIRST_RETRY_MS = 1000;
/** Somebody is looking at the page and waits. */
const MAX_RETRY_MS = 5000;
const MAX_RETRY_AFTER_MS = 60_000;

/** An event has at most a megabyte of lines; in JSON a character may take six. */
const MAX_EVENT_LENGTH = 16_000_000;

/** Trying again would give the same answer. */
const FINAL_CODES: readonly ErrorCode[] = ['unauthorized', 'forbidden', 'not_found', 'bad_query', 'invalid'];

/** One live tail over one request, which is opened anew when it breaks, until it is stopped. */
export class LogTailConnection {
  readonly #options: LogTailConnectionOptions;
  readonly #controller = new AbortController();
  #cancelTimer: () => void = () => undefined;
  #failures = 0;

  constructor(options: LogTailConnectionOptions) {
    this.#options = options;
  }

  start(): void {
    const { transport, clock, subscription } = this.#options;
    const { signal } = this.#controller;
    const onEvent = (name: string | undefined, data: string): void => {
      if (signal.aborted) return;
      if (name === 'open') this.#failures = 0;
      if (name !== 'entries') return;
      const { entries, dropped } = decodeTailedLogs(data);
      callListener(() => subscription.onEntries(entries, dropped));
    };
    readEventStream(
      {
        transport,
        path: 'logs/tail',
        params: [['query', subscription.expr]],
        clock,
        maxEventLength: MAX_EVENT_LENGTH,
        onEvent,
      },
      signal,
    ).catch((error: unknown) => this.#onEnd(error));
  }

  stop(): void {
    this.#controller.abort();
    this.#cancelTimer();
  }

  #onEnd(thrown: unknown): void {
    if (this.#controller.signal.aborted) return;
    const error = thrown instanceof Error ? thrown : new GlasspaneError('internal', String(thrown));
    const { clock, random, subscription } = this.#options;
    callListener(() => subscription.onError?.(error));
    const { code, retryAfterMs = 0 } = error instanceof GlasspaneError ? error : { code: 'internal' as const };
    if (FINAL_CODES.includes(code) || this.#controller.signal.aborted) return;
    this.#failures += 1;
    const backoffMs = Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.#failures - 1));
    const waitMs = Math.max(Math.min(MAX_RETRY_AFTER_MS, retryAfterMs), backoffMs * (0.5 + random() / 2));
    this.#cancelTimer = clock.setTimeout(() => this.start(), waitMs);
  }
}
