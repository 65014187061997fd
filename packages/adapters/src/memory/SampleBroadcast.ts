import type { Clock, MetricSample, MetricSubscription } from '@glasspane/core';
import { compileMatchers, type Labels } from '@glasspane/promql';
import { callListener } from '../internal/callListener.ts';

/** Subscribers hear at most once in this time, in milliseconds, of everything that came meanwhile. */
const INTERVAL_MS = 250;

interface Subscriber {
  readonly subscription: MetricSubscription;
  readonly selectors: readonly ((labels: Labels) => boolean)[];
  /** The time of the newest sample that it has not heard of; undefined where it heard of all. */
  newestMs: number | undefined;
  /** The selectors that the samples satisfy which it has not heard of, by place. */
  readonly matched: Set<number>;
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
    const subscriber: Subscriber = { subscription, selectors, newestMs: undefined, matched: new Set() };
    this.#subscribers.add(subscriber);
    callListener(() => subscription.onState?.('open'));
    return () => {
      this.#subscribers.delete(subscriber);
      if (this.#subscribers.size === 0) this.#stop();
    };
  }

  announce(samples: readonly MetricSample[]): void {
    for (const subscriber of this.#subscribers) {
      for (const sample of samples) this.#note(subscriber, sample);
    }
  }

  #note(subscriber: Subscriber, { labels, timeMs }: MetricSample): void {
    const matched = [...subscriber.selectors.keys()].filter((index) => subscriber.selectors[index]?.(labels) === true);
    if (matched.length === 0) return;
    for (const index of matched) subscriber.matched.add(index);
    subscriber.newestMs = Math.max(timeMs, subscriber.newestMs ?? Number.NEGATIVE_INFINITY);
    this.#cancelTimer ??= this.#clock.setTimeout(() => this.#deliver(), INTERVAL_MS);
  }

  #deliver(): void {
    this.#cancelTimer = undefined;
    for (const subscriber of this.#subscribers) {
      const { newestMs: timeMs, subscription } = subscriber;
      const matched = [...subscriber.matched].sort((a, b) => a - b);
      subscriber.newestMs = undefined;
      subscriber.matched.clear();
      if (timeMs !== undefined) callListener(() => subscription.onSamples({ timeMs, matched }));
    }
  }

  #stop(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }
}
