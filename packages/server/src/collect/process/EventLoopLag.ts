import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type { MetricFamily } from '../exposition/Exposition.ts';
import { gauge } from '../exposition/metricFamily.ts';

const RESOLUTION_MS = 10;

interface Lag {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly stddev: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
}

/**
 * Measures by how much the event loop comes late to a timer, over windows of time.
 *
 * Whoever asks gets the last finished window, however many ask.
 */
export class EventLoopLag {
  readonly #histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  readonly #windowMs: number;
  #windowStartMs: number;
  #last: Lag | undefined;

  constructor(windowMs: number, nowMs: number) {
    this.#windowMs = windowMs;
    this.#windowStartMs = nowMs;
    this.#histogram.enable();
  }

  collect(nowMs: number): readonly MetricFamily[] {
    if (this.#last === undefined || nowMs - this.#windowStartMs >= this.#windowMs) this.#finishWindow(nowMs);
    const lag = this.#last;
    if (lag === undefined) return [];
    const during = 'the last few seconds';
    return [
      gauge('nodejs_eventloop_lag_seconds', `How late the event loop was on average in ${during}.`, lag.mean),
      gauge('nodejs_eventloop_lag_min_seconds', `How late the event loop was at least in ${during}.`, lag.min),
      gauge('nodejs_eventloop_lag_max_seconds', `How late the event loop was at most in ${during}.`, lag.max),
      gauge('nodejs_eventloop_lag_mean_seconds', `How late the event loop was on average in ${during}.`, lag.mean),
      gauge('nodejs_eventloop_lag_stddev_seconds', `How much the event loop's lag varied in ${during}.`, lag.stddev),
      gauge('nodejs_eventloop_lag_p50_seconds', `The median of the event loop's lag in ${during}.`, lag.p50),
      gauge('nodejs_eventloop_lag_p90_seconds', `The 90th percentile of the event loop's lag in ${during}.`, lag.p90),
      gauge('nodejs_eventloop_lag_p99_seconds', `The 99th percentile of the event loop's lag in ${during}.`, lag.p99),
    ];
  }

  stop(): void {
    this.#histogram.disable();
  }

  #finishWindow(nowMs: number): void {
    const histogram = this.#histogram;
    // Nothing was measured yet.
    if (Number.isNaN(histogram.mean)) return;
    this.#last = {
      min: toLag(histogram.min),
      max: toLag(histogram.max),
      mean: toLag(histogram.mean),
      stddev: histogram.stddev / 1e9,
      p50: toLag(histogram.percentile(50)),
      p90: toLag(histogram.percentile(90)),
      p99: toLag(histogram.percentile(99)),
    };
    histogram.reset();
    this.#windowStartMs = nowMs;
  }
}

/** Node measures the time between two timers, the time they were meant to be apart included. */
function toLag(nanoseconds: number): number {
  return Math.max(0, nanoseconds / 1e9 - RESOLUTION_MS / 1000);
}
