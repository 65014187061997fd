import type { Labels } from '@glasspane/promql/syntax';
import type { MetricDescriptor } from '../metric/MetricDescriptor.ts';

/**
 * One sample to record.
 *
 * @public
 */
export interface MetricSample {
  /** The metric's name under `__name__`, and the other labels. */
  readonly labels: Labels;
  /** Milliseconds since the epoch. */
  readonly timeMs: number;
  readonly value: number;
}

/**
 * Where metrics are recorded.
 *
 * @public
 */
export interface MetricSink {
  /** Makes a metric known, or changes what is known of it. */
  define(metric: MetricDescriptor, signal?: AbortSignal): Promise<void>;
  /** Records samples; resolves when they are as safe as the backend makes them. All or none are taken. */
  record(samples: readonly MetricSample[], signal?: AbortSignal): Promise<void>;
}
