import type { Clock } from '@glasspane/core';
import type { MiddlewareHandler } from 'hono';
import { ApiError } from './ApiError.ts';
import { sendError } from './apiRoute.ts';
import { noteWait } from './waitedMs.ts';

/** How many requests may be worked on at once. */
export interface ConcurrencyLimits {
  readonly maxRunning: number;
  /** How many more may wait for their turn; the others are turned away. */
  readonly maxWaiting: number;
  /** How long one may wait, in milliseconds. */
  readonly maxWaitMs: number;
  readonly clock: Pick<Clock, 'now' | 'setTimeout'>;
}

/**
 * Makes a middleware behind which only so many requests run at once, in the order in which they came. One whose client
 * goes, or whose time is up, while it waits gives up its place.
 */
export function limitConcurrency({ maxRunning, maxWaiting, maxWaitMs, clock }: ConcurrencyLimits): MiddlewareHandler {
  let running = 0;
  const waiting = new Set<() => void>();

  /** Resolves to why there is no turn; to `undefined` where there is. */
  function takeTurn(client: AbortSignal): Promise<ApiError | undefined> {
    return new Promise((resolve) => {
      const settle = (refusal?: ApiError): void => {
        waiting.delete(begin);
        client.removeEventListener('abort', leave);
        cancel();
        resolve(refusal);
      };
      const begin = (): void => settle();
      const leave = (): void => settle(new ApiError('canceled', 'the client went away'));
      const expire = (): void => settle(new ApiError('timeout', 'query timed out in query queue'));
      const cancel = clock.setTimeout(expire, maxWaitMs);
      waiting.add(begin);
      client.addEventListener('abort', leave, { once: true });
      if (client.aborted) leave();
    });
  }

  return async (c, next) => {
    if (running >= maxRunning) {
      if (waiting.size >= maxWaiting) return turnAway(c);
      // Its turn is handed over, so that nobody who comes just then gets in between.
      const cameAt = clock.now();
      const refusal = await takeTurn(c.req.raw.signal);
      if (refusal !== undefined) return sendError(c, refusal);
      noteWait(c, clock.now() - cameAt);
    } else running += 1;
    try {
      return await next();
    } finally {
      const [begin] = waiting;
      if (begin === undefined) running -= 1;
      else begin();
    }
  };
}

async function turnAway(c: Parameters<MiddlewareHandler>[0]): Promise<Response> {
  const message = 'too many queries are waiting; ask less often, or ask again in a moment';
  const response = await sendError(c, new ApiError('unavailable', message));
  response.headers.set('retry-after', '1');
  return response;
}
