/**
 * Lets the work of many queries take turns: in each turn of the event loop goes one slice of one of them, so that all of
 * them together keep it no longer than one does.
 */
export class Turns {
  readonly #waiting = new Set<() => void>();
  #isScheduled = false;

  /** Resolves in a later turn of the event loop, after those that have waited longer. */
  readonly next = (): Promise<void> =>
    new Promise((resolve) => {
      // Each promise has a function of its own.
      this.#waiting.add(resolve);
      this.#schedule();
    });

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      const [resolve] = this.#waiting;
      if (resolve === undefined) return;
      this.#waiting.delete(resolve);
      resolve();
      if (this.#waiting.size > 0) this.#schedule();
    });
  }
}
