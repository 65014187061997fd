import type { Clock, MetricSample, MetricSubscription } from '@glasspane/core';
import { compileMatchers, type Labels } from '@glasspane/promql';
import { callListener } from '../internal/callListener.ts';

/** Subscribers hear at most once in this time, in milliseconds, of everything that came meanwhile. */
const INTERVAL_MS = 250;

interface Subscriber {
  readonly subscription: MetricSubscription;
  readonly wants: (labels: Labels) => boolean;
  /** The time of the newest sample that it has not heard of; undefined where it heard of all. */
  newestMs: number | undefined;
}

/** Tells subscribers of new samples, several at once. Its timer only runs while somebody has something to hear. */
export class SampleBroadcast {
  readonly #clock: Clock;
  readonly #subscribers = new Set<Subscriber>();
  #cancelTimer: (() => void) | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  subscribe(subscription: MetricSubscription): () => void {
    const selectors = subscription.selectors.map(compileMatchers);
    const wants = (labels: Labels): boolean => selectors.some((matches) => matches(labels));
    const subscriber: Subscriber = { subscription, wants, newestMs: undefined };
    this.#subscribers.add(subscriber);
    callListener(() => subscription.onState?.('open'));
    return () => {
      this.#subscribers.delete(subscriber);
      if (this.#subscribers.size === 0) this.#stop();
    };
  }

  announce(samples: readonly MetricSample[]): void {
    for (const subscriber of this.#subscribers) {
      for (const { labels, timeMs } of samples) {
        if (timeMs > (subscriber.newestMs ?? Number.NEGATIVE_INFINITY) && subscriber.wants(labels)) {
          subscriber.newestMs = timeMs;
          this.#cancelTimer ??= this.#clock.setTimeout(() => this.#deliver(), INTERVAL_MS);
        }
      }
    }
  }

  #deliver(): void {
    this.#cancelTimer = undefined;
    for (const subscriber of this.#subscribers) {
      const { newestMs: timeMs, subscription } = subscriber;
      subscriber.newestMs = undefined;
      if (timeMs !== undefined) callListener(() => subscription.onSamples({ timeMs }));
    }
  }

  #stop(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }
}
