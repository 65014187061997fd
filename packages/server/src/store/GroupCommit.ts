interface Waiting<TItem> {
  readonly item: TItem;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Commits items one group after the other: what arrives while a commit runs goes into the next one together, so that
 * many small writers share the cost of a flush to disk.
 */
export class GroupCommit<TItem> {
  readonly #commit: (items: readonly TItem[]) => Promise<void>;
  #waiting: Waiting<TItem>[] = [];
  /** What runs now and everything that was queued behind it. Never rejects. */
  #tail: Promise<void> = Promise.resolve();
  #isGroupQueued = false;

  constructor(commit: (items: readonly TItem[]) => Promise<void>) {
    this.#commit = commit;
  }

  /** Resolves once the item is committed; rejects as its group does. */
  add(item: TItem): Promise<void> {
    const done = new Promise<void>((resolve, reject) => this.#waiting.push({ item, resolve, reject }));
    if (!this.#isGroupQueued) {
      this.#isGroupQueued = true;
      this.#enqueue(() => this.#commitWaiting());
    }
    return done;
  }

  /** Runs a task between two commits; resolves or rejects as the task does. */
  exclusive<TResult>(task: () => Promise<TResult>): Promise<TResult> {
    const result = this.#tail.then(task);
    this.#enqueue(() =>
      result.then(
        () => undefined,
        () => undefined,
      ),
    );
    return result;
  }

  /** Resolves once everything that was added so far is committed or has failed. */
  async drained(): Promise<void> {
    await this.#tail;
  }

  #enqueue(task: () => Promise<void>): void {
    this.#tail = this.#tail.then(task);
  }

  async #commitWaiting(): Promise<void> {
    const group = this.#waiting;
    this.#waiting = [];
    this.#isGroupQueued = false;
    try {
      await this.#commit(group.map(({ item }) => item));
      for (const { resolve } of group) resolve();
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
