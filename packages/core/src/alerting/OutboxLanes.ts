import type { OutboxEntry } from './OutboxEntry.ts';
import { laneOf } from './outbox.ts';

/** The groups and integrations for which something waits in the outbox, counted once for a step that asks of many. */
export class OutboxLanes {
  readonly #keys = new Set<string>();
  #lastSequence = 0;

  constructor(outbox: ReadonlyMap<string, OutboxEntry>) {
    for (const entry of outbox.values()) {
      this.#keys.add(laneOf(entry));
      this.#lastSequence = Math.max(this.#lastSequence, entry.sequence);
    }
  }

  /** @param key - See `notificationLogKey`. */
  has(key: string): boolean {
    return this.#keys.has(key);
  }

  /** Notes that one more waits; returns its sequence. */
  add(key: string): number {
    this.#keys.add(key);
    this.#lastSequence += 1;
    return this.#lastSequence;
  }
}
