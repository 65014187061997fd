import type { Labels } from '@glasspane/promql';
import type { SampleBatch, SampleStore } from '../store/SampleStore.ts';

/** New samples that a subscription asked for. */
export interface LiveEvent {
  /** The time of the newest of them, in milliseconds since the epoch. */
  readonly timeMs: number;
  /** Which of the subscription's selectors they satisfy, by position, ascending. */
  readonly selectors: readonly number[];
}

/** Tells whether a series satisfies a selector. */
export type SelectorTest = (labels: Labels) => boolean;

interface Subscription {
  readonly tests: readonly SelectorTest[];
  readonly onEvent: (event: LiveEvent) => void;
}

/** One selector of a subscription that a series satisfies. */
interface Membership {
  readonly subscription: Subscription;
  readonly selector: number;
}

/**
 * Tells subscribers of new samples. What a series belongs to is found once: afterwards a batch costs one look-up a
 * sample. With nobody subscribed it does nothing, and does not listen to the store.
 */
export class LiveHub {
  readonly #store: Pick<SampleStore, 'onAppend'>;
  readonly #subscriptions = new Set<Subscription>();
  /** By the label object of the series, which the store keeps. Made anew when subscriptions come or go. */
  #memberships = new WeakMap<Labels, readonly Membership[]>();
  #stopListening: (() => void) | undefined;

  constructor(store: Pick<SampleStore, 'onAppend'>) {
    this.#store = store;
  }

  get subscriptionCount(): number {
    return this.#subscriptions.size;
  }

  /** Calls back for each batch with samples that satisfy one of the selectors; returns the undo. */
  subscribe(tests: readonly SelectorTest[], onEvent: (event: LiveEvent) => void): () => void {
    const subscription = { tests, onEvent };
    this.#subscriptions.add(subscription);
    this.#memberships = new WeakMap();
    this.#stopListening ??= this.#store.onAppend((batch) => this.#publish(batch));
    return () => {
      this.#subscriptions.delete(subscription);
      this.#memberships = new WeakMap();
      if (this.#subscriptions.size > 0) return;
      this.#stopListening?.();
      this.#stopListening = undefined;
    };
  }

  #publish({ samples }: SampleBatch): void {
    const hits = new Map<Subscription, { timeMs: number; selectors: Set<number> }>();
    for (const { labels, timeMs } of samples) {
      for (const { subscription, selector } of this.#membershipsOf(labels)) {
        const hit = hits.get(subscription);
        if (hit === undefined) hits.set(subscription, { timeMs, selectors: new Set([selector]) });
        else {
          hit.timeMs = Math.max(hit.timeMs, timeMs);
          hit.selectors.add(selector);
        }
      }
    }
    for (const [{ onEvent }, { timeMs, selectors }] of hits) {
      onEvent({ timeMs, selectors: [...selectors].sort((a, b) => a - b) });
    }
  }

  #membershipsOf(labels: Labels): readonly Membership[] {
    const known = this.#memberships.get(labels);
    if (known !== undefined) return known;
    const found: Membership[] = [];
    for (const subscription of this.#subscriptions) {
      for (const [selector, test] of subscription.tests.entries()) {
        if (test(labels)) found.push({ subscription, selector });
      }
    }
    this.#memberships.set(labels, found);
    return found;
  }
}
