import type { Backend } from '../backend/Backend.ts';
import type { Clock } from '../clock/Clock.ts';
import { type IncrementalOptions, incremental } from './incremental.ts';
import { limitConcurrency } from './limitConcurrency.ts';
import { liveEdge } from './liveEdge.ts';
import { type RetryOptions, retry } from './retry.ts';

/**
 * Options of {@link withDefaults}.
 *
 * @public
 */
export interface DefaultsOptions {
  readonly clock: Clock;
  /**
   * How many calls run at once. Browsers open six connections to a host over HTTP/1.1, and one may carry the live channel.
   *
   * @defaultValue 5
   */
  readonly maxConcurrent?: number | undefined;
  readonly retry?: Omit<RetryOptions, 'clock'> | undefined;
  readonly incremental?: Omit<IncrementalOptions, 'clock'> | undefined;
}

/**
 * Returns the backend with its metrics decorated as dashboards need them: from the outside in `liveEdge`, `incremental`,
 * `retry` and `limitConcurrency`. Everything else of it, its id too, stays.
 *
 * Decorate a backend once and keep it: what it remembers, and its limit, belong to the returned object.
 *
 * @public
 */
export function withDefaults(backend: Backend, options: DefaultsOptions): Backend {
  const { clock, maxConcurrent = 5 } = options;
  // A pause between two attempts must not hold a slot, so the retry stands outside of the limit.
  const steady = retry(limitConcurrency(backend.metrics, maxConcurrent), { ...options.retry, clock });
  return { ...backend, metrics: liveEdge(incremental(steady, { ...options.incremental, clock })) };
}
