import type { Clock } from '@glasspane/core';

/** The time of this machine, which a test may set forward: what is due by then is called at once. */
export class JumpClock implements Clock {
  #aheadMs = 0;
  readonly #timers = new Set<{ readonly dueMs: number; fire(): void }>();

  now(): number {
    return Date.now() + this.#aheadMs;
  }

  setTimeout(callback: () => void, delayMs: number): () => void {
    const fire = (): void => {
      cancel();
      callback();
    };
    const timer = { dueMs: this.now() + delayMs, fire };
    const handle = setTimeout(fire, delayMs);
    handle.unref();
    const cancel = (): void => {
      clearTimeout(handle);
      this.#timers.delete(timer);
    };
    this.#timers.add(timer);
    return cancel;
  }

  /** Sets the time forward. */
  jump(byMs: number): void {
    this.#aheadMs += byMs;
    const due = [...this.#timers].filter(({ dueMs }) => dueMs <= this.now());
    for (const timer of due.sort((a, b) => a.dueMs - b.dueMs)) timer.fire();
  }
}
