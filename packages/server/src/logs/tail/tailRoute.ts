import { compileLogql } from '@glasspane/adapters/memory';
import type { Clock } from '@glasspane/core';
import { type LogqlQuery, parseLogql } from '@glasspane/core/logs';
import type { Context } from 'hono';
import { ApiError } from '../../http/ApiError.ts';
import { sendError } from '../../http/apiRoute.ts';
import { messageOf } from '../../store/storeErrors.ts';
import type { DuckDbLogs } from '../DuckDbLogs.ts';
import { labelsOf } from '../query/encodeStreams.ts';
import { LogTail, type TailBatch } from './LogTail.ts';

/** What the route of the live tail needs. */
export interface TailRouteOptions {
  readonly logs: Pick<DuckDbLogs, 'onAppend'>;
  readonly clock: Clock;
  /** Aborted when the server stops, which ends every tail. */
  readonly closing: AbortSignal;
}

const LIMITS = { pauseMs: 200, maxLines: 1000, maxBytes: 1024 * 1024 };
const KEEP_ALIVE_MS = 15_000;
// How many events may wait for a client that does not read; each may be a megabyte.
const MAX_UNREAD_EVENTS = 4;
// Proxies are told not to collect the answer before they pass it on.
const HEADERS = { 'content-type': 'text/event-stream', 'cache-control': 'no-cache', 'x-accel-buffering': 'no' };

/** Makes the route of the live tail: server-sent events with the lines that a query finds, as they become durable. */
export function tailRoute({ logs, clock, closing }: TailRouteOptions): (c: Context) => Response | Promise<Response> {
  return (c) => {
    let query: LogqlQuery;
    try {
      query = parseLogql(c.req.query('query') ?? '');
    } catch (error) {
      return sendError(c, new ApiError('bad_data', `invalid parameter "query": ${messageOf(error)}`));
    }
    // Nobody would ever end a tail whose body nobody gets.
    if (c.req.method === 'HEAD') return new Response(null, { headers: HEADERS });
    return new Response(openTail({ logs, clock, query, request: c.req.raw, closing }), { headers: HEADERS });
  };
}

interface TailOptions extends TailRouteOptions {
  readonly query: LogqlQuery;
  /** The request itself, not only its signal: a request that is collected as garbage no longer aborts its signal. */
  readonly request: Request;
}

function openTail(options: TailOptions): ReadableStream<Uint8Array> {
  const { logs, clock } = options;
  const signalsOf = (): readonly AbortSignal[] => [options.request.signal, options.closing];
  const isWanted = compileLogql(options.query);
  const encoder = new TextEncoder();
  let tail: LogTail | undefined;
  let end = (): void => undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const isReady = (): boolean => (controller.desiredSize ?? 0) > -MAX_UNREAD_EVENTS;
      const send = (text: string): void => controller.enqueue(encoder.encode(text));
      const waiting = new LogTail(clock, LIMITS, { isReady, deliver: (batch) => send(entriesEvent(batch)) });
      tail = waiting;
      let cancelKeepAlive = (): void => undefined;
      const keepAlive = (): void => {
        cancelKeepAlive = clock.setTimeout(() => {
          if (isReady()) send(': keep-alive\n\n');
          keepAlive();
        }, KEEP_ALIVE_MS);
      };
      const unsubscribe = logs.onAppend((stored) => waiting.push(stored.filter(isWanted)));
      end = () => {
        for (const signal of signalsOf()) signal.removeEventListener('abort', onAbort);
        unsubscribe();
        waiting.stop();
        cancelKeepAlive();
      };
      const onAbort = (): void => {
        end();
        controller.close();
      };
      for (const signal of signalsOf()) signal.addEventListener('abort', onAbort, { once: true });
      send('event: open\ndata: {}\n\n');
      keepAlive();
      if (signalsOf().some(({ aborted }) => aborted)) onAbort();
    },
    pull() {
      tail?.resume();
    },
    cancel() {
      end();
    },
  });
}

function entriesEvent({ logs, dropped }: TailBatch): string {
  const entries = logs.map((log) => ({ labels: labelsOf(log), timeNs: String(log.timeNs), line: log.line }));
  return `event: entries\ndata: ${JSON.stringify({ entries, dropped })}\n\n`;
}
