import type { MetricSource } from '../backend/MetricSource.ts';
import { CancelledError } from '../errors/CancelledError.ts';
import { GlasspaneError } from '../errors/GlasspaneError.ts';
import { wrapCalls } from './forwardSource.ts';

/**
 * Decorates a source so that at most so many of its calls run at once; the others wait, first come, first served. A call
 * whose signal fires while it waits leaves the queue. Live subscriptions do not count.
 *
 * @param limit - At least 1.
 * @throws {@link GlasspaneError} When the limit is no whole number of at least 1.
 * @public
 */
export function limitConcurrency(source: MetricSource, limit: number): MetricSource {
  if (!Number.isInteger(limit) || limit < 1) {
    throw new GlasspaneError(
      'invalid',
      `The limit of concurrent calls must be a whole number of at least 1, not ${limit}.`,
    );
  }
  const slots = new Slots(limit);
  return wrapCalls(source, async (call, signal) => {
    await slots.take(signal);
    try {
      return await call();
    } finally {
      slots.release();
    }
  });
}

class Slots {
  #free: number;
  /** A Set keeps the order of arrival and lets a waiter leave at once. */
  readonly #waiting = new Set<() => void>();

  constructor(count: number) {
    this.#free = count;
  }

  async take(signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted === true) throw new CancelledError(signal.reason);
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const start = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        this.#waiting.delete(start);
        reject(new CancelledError(signal?.reason));
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.add(start);
    });
  }

  /** Hands the slot to the first waiter, so that a newcomer cannot slip in between. */
  release(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#free += 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
