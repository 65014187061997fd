import { CancelledError, GlasspaneError } from '@glasspane/core';

const RETRY_AFTER_MS = 5000;

/** Runs one piece of work after another. Only so many may wait; who is turned away may try again later. */
export class RenderQueue {
  readonly #maxWaiting: number;
  #last: Promise<unknown> = Promise.resolve();
  #count = 0;

  constructor(maxWaiting: number) {
    this.#maxWaiting = maxWaiting;
  }

  /**
   * Runs the work when its turn comes. Work whose signal fires before that is not begun.
   *
   * @throws {@link GlasspaneError} `rate_limited`, when too many wait already.
   */
  async run<TResult>(work: () => Promise<TResult>, signal: AbortSignal): Promise<TResult> {
    if (this.#count > this.#maxWaiting) {
      throw new GlasspaneError('rate_limited', 'Too many exports wait already; try again in a few seconds.', {
        retryAfterMs: RETRY_AFTER_MS,
      });
    }
    this.#count += 1;
    const before = this.#last;
    const turn = before.then(() => {
      if (signal.aborted) throw new CancelledError(signal.reason);
      return work();
    });
    this.#last = turn.then(
      () => undefined,
      () => undefined,
    );
    try {
      return await turn;
    } finally {
      this.#count -= 1;
    }
  }
}
