import type {
  Backend,
  Frame,
  GlasspaneError,
  InstantRequest,
  LiveState,
  MetricSource,
  MetricSubscription,
  Notice,
  QueryResult,
  RangeRequest,
} from '@glasspane/core';

let count = 0;

/** A backend for tests: one series, whose value, failures and live events the test decides. */
export class FakeBackend {
  readonly backend: Backend;
  /** Every query that was asked, in order. */
  readonly asked: (InstantRequest | RangeRequest)[] = [];
  /** The subscriptions that are open. */
  readonly subscriptions: Set<MetricSubscription> = new Set();
  /** The value of the series. */
  value = 1;
  /** What queries fail with, if anything. */
  error: GlasspaneError | undefined;
  /** Whether results have no series. */
  isEmpty = false;
  notices: readonly Notice[] = [];
  /** How long an answer takes, in milliseconds. */
  delayMs = 0;

  constructor() {
    count += 1;
    const metrics: MetricSource = {
      language: 'promql',
      queryInstant: (request, signal) => this.#answer(request, [request.timeMs], signal),
      queryRange: (request, signal) => this.#answer(request, stepsOf(request), signal),
      series: async () => [],
      labelNames: async () => [],
      labelValues: async () => [],
      metadata: async () => [],
      subscribe: (subscription) => {
        this.subscriptions.add(subscription);
        subscription.onState?.('open');
        return () => this.subscriptions.delete(subscription);
      },
    };
    this.backend = { id: `fake-${count}`, metrics };
  }

  /** Tells every subscriber of new samples. */
  emit(event: { readonly timeMs: number; readonly matched?: readonly number[] }): void {
    for (const { onSamples } of this.subscriptions) onSamples(event);
  }

  /** Tells every subscriber of a new state of the live channel. */
  emitState(state: LiveState): void {
    for (const { onState } of this.subscriptions) onState?.(state);
  }

  async #answer(
    request: InstantRequest | RangeRequest,
    times: readonly number[],
    signal: AbortSignal | undefined,
  ): Promise<QueryResult> {
    this.asked.push(request);
    await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    signal?.throwIfAborted();
    if (this.error !== undefined) throw this.error;
    return { frame: this.#frame(times), notices: this.notices };
  }

  #frame(times: readonly number[]): Frame {
    const time = { kind: 'time', name: 'time', values: Float64Array.from(times) } as const;
    const values = new Float64Array(times.length).fill(this.value);
    const labels = { __name__: 'fake', instance: 'here' };
    return {
      length: times.length,
      fields: this.isEmpty ? [time] : [time, { kind: 'number', name: 'fake', labels, values }],
    };
  }
}

function stepsOf({ startMs, endMs, stepMs }: RangeRequest): readonly number[] {
  return Array.from({ length: Math.floor((endMs - startMs) / stepMs) + 1 }, (_, index) => startMs + index * stepMs);
}
