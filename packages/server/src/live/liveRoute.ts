import type { Clock } from '@glasspane/core';
import { compileMatchers } from '@glasspane/promql';
import { parseSelector } from '@glasspane/promql/syntax';
import type { Context } from 'hono';
import { ApiError, invalidParameter } from '../http/ApiError.ts';
import { readForm, sendError } from '../http/apiRoute.ts';
import { messageOf } from '../store/storeErrors.ts';
import { Coalescer, joinEvents } from './Coalescer.ts';
import type { LiveEvent, LiveHub, SelectorTest } from './LiveHub.ts';

/** What the route of the live channel needs. */
export interface LiveRouteOptions {
  readonly hub: LiveHub;
  readonly clock: Clock;
  /** Aborted when the server stops, which ends every open channel. */
  readonly closing: AbortSignal;
}

// At most four events a second.
const PAUSE_MS = 250;
const KEEP_ALIVE_MS = 15_000;
// How much may wait for a client that does not read; each event is a few dozen bytes.
const MAX_UNREAD_EVENTS = 64;
// Proxies are told not to collect the answer before they pass it on.
const HEADERS = { 'content-type': 'text/event-stream', 'cache-control': 'no-cache', 'x-accel-buffering': 'no' };

/** Makes the route of the live channel: server-sent events that say which of the selectors got new samples. */
export function liveRoute({ hub, clock, closing }: LiveRouteOptions): (c: Context) => Promise<Response> {
  return async (c) => {
    let tests: readonly SelectorTest[];
    try {
      tests = compileSelectors((await readForm(c)).all('match[]'));
    } catch (error) {
      return sendError(c, error instanceof ApiError ? error : invalidParameter('match[]', messageOf(error)));
    }
    // Nobody would ever end a channel whose body nobody gets.
    if (c.req.method === 'HEAD') return new Response(null, { headers: HEADERS });
    const body = openChannel(hub, tests, clock, { request: c.req.raw, closing });
    return new Response(body, { headers: HEADERS });
  };
}

function compileSelectors(texts: readonly string[]): readonly SelectorTest[] {
  if (texts.length === 0) throw new ApiError('bad_data', 'no match[] parameter provided');
  return texts.map((text) => compileMatchers(parseSelector(text)));
}

/** What ends a channel. */
interface ChannelEnds {
  /** The request itself, not only its signal: a request that is collected as garbage no longer aborts its signal. */
  readonly request: Request;
  readonly closing: AbortSignal;
}

function openChannel(
  hub: LiveHub,
  tests: readonly SelectorTest[],
  clock: Clock,
  ends: ChannelEnds,
): ReadableStream<Uint8Array> {
  // Not joined by AbortSignal.any, which leaves a trace on the longer-lived one for good.
  const signalsOf = (): readonly AbortSignal[] => [ends.request.signal, ends.closing];
  const encoder = new TextEncoder();
  let end = (): void => undefined;
  /** What a client that does not read is told when it does again. */
  let missed: LiveEvent | undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      // A client that does not read is not written to without end.
      const isFull = (): boolean => (controller.desiredSize ?? 0) <= -MAX_UNREAD_EVENTS;
      const send = (text: string): void => {
        if (!isFull()) controller.enqueue(encoder.encode(text));
      };
      const coalescer = new Coalescer(clock, PAUSE_MS, (samples) => {
        if (missed !== undefined || isFull()) missed = joinEvents(missed, samples);
        else send(samplesEvent(samples));
      });
      let cancelKeepAlive = (): void => undefined;
      const keepAlive = (): void => {
        cancelKeepAlive = clock.setTimeout(() => {
          send(': keep-alive\n\n');
          keepAlive();
        }, KEEP_ALIVE_MS);
      };
      const unsubscribe = hub.subscribe(tests, (hit) => coalescer.push(hit));
      end = () => {
        for (const signal of signalsOf()) signal.removeEventListener('abort', onAbort);
        unsubscribe();
        coalescer.stop();
        cancelKeepAlive();
      };
      const onAbort = (): void => {
        end();
        controller.close();
      };
      for (const signal of signalsOf()) signal.addEventListener('abort', onAbort, { once: true });
      send(event('open', {}));
      keepAlive();
      if (signalsOf().some(({ aborted }) => aborted)) onAbort();
    },
    pull(controller) {
      if (missed !== undefined) controller.enqueue(encoder.encode(samplesEvent(missed)));
      missed = undefined;
    },
    cancel() {
      end();
    },
  });
}

function samplesEvent({ timeMs, selectors }: LiveEvent): string {
  return event('samples', { t: timeMs, m: selectors });
}

function event(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
