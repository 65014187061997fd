import type { MetricSource } from '../backend/MetricSource.ts';
import type { Clock } from '../clock/Clock.ts';
import { CancelledError } from '../errors/CancelledError.ts';
import { type ErrorCode, GlasspaneError } from '../errors/GlasspaneError.ts';
import { wrapCalls } from './forwardSource.ts';

/**
 * Options of {@link retry}.
 *
 * @public
 */
export interface RetryOptions {
  readonly clock: Clock;
  /**
   * How often a call is made at most, the first time included.
   *
   * @defaultValue 3
   */
  readonly attempts?: number | undefined;
  /**
   * The pause before the second attempt, in milliseconds; it doubles with every further one.
   *
   * @defaultValue 500
   */
  readonly baseDelayMs?: number | undefined;
  /**
   * The longest pause, in milliseconds. A backend that asks to wait longer than this gets no further attempt.
   *
   * @defaultValue 10000
   */
  readonly maxDelayMs?: number | undefined;
  /**
   * Spreads the attempts of many clients: returns a number from 0 to 1, the part of the pause's second half to wait;
   * `Math.random` is a good one. Left out: taken from the last digits of the clock.
   */
  readonly jitter?: (() => number) | undefined;
}

const passing: ReadonlySet<ErrorCode> = new Set(['unreachable', 'timeout', 'unavailable', 'rate_limited']);

/**
 * Decorates a source so that calls which fail for a reason that may pass (`unreachable`, `timeout`, `unavailable`,
 * `rate_limited`) are made again, after pauses that grow; never after the caller's signal has fired.
 *
 * @public
 */
export function retry(source: MetricSource, options: RetryOptions): MetricSource {
  const { attempts = 3 } = options;
  return wrapCalls(source, async (call, signal) => {
    const stopWhenAborted = (cause?: unknown): void => {
      if (signal?.aborted === true) throw new CancelledError(cause ?? signal.reason);
    };
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await call();
      } catch (error) {
        stopWhenAborted(error);
        const delayMs = attempt < attempts ? retryDelay(error, attempt, options) : undefined;
        if (delayMs === undefined) throw error;
        await pause(delayMs, options.clock, signal);
        // It may have fired after the pause had ended.
        stopWhenAborted();
      }
    }
  });
}

/** The pause before the next attempt; `undefined` where there is no point in one. */
function retryDelay(error: unknown, attempt: number, options: RetryOptions): number | undefined {
  if (!(error instanceof GlasspaneError) || !passing.has(error.code)) return undefined;
  const { clock, baseDelayMs = 500, maxDelayMs = 10_000, jitter = () => (clock.now() % 1000) / 1000 } = options;
  const askedMs = error.retryAfterMs ?? 0;
  if (askedMs > maxDelayMs) return undefined;
  const backoffMs = Math.min(baseDelayMs * 2 ** (attempt - 1), maxDelayMs);
  return Math.max(askedMs, (backoffMs * (1 + jitter())) / 2);
}

function pause(delayMs: number, clock: Clock, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = clock.setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, delayMs);
    const abort = (): void => {
      stop();
      reject(new CancelledError(signal?.reason));
    };
    signal?.addEventListener('abort', abort, { once: true });
  });
}
