import type { Backend, Clock } from '@glasspane/core';
import { MonitoringClient as CoreClient, type RecordOptions } from '@glasspane/core/client';
import { systemClock } from '../internal/systemClock.ts';
import { createServerBackend, type ServerBackendOptions } from '../server/createServerBackend.ts';

/**
 * Options of a {@link MonitoringClient}: how to reach a `glasspane-server`, or a backend.
 *
 * @public
 */
export type MonitoringClientOptions = RecordOptions & {
  /** The time and timers. @defaultValue the platform's */
  readonly clock?: Clock | undefined;
} & ((Partial<Omit<ServerBackendOptions, 'clock'>> & { readonly backend?: undefined }) | { readonly backend: Backend });

const DEFAULT_URL = 'http://127.0.0.1:4401';

/**
 * The client of `@glasspane/core/client` with a network and a clock: over a `glasspane-server` that it reaches with an API
 * key, or over any other backend. Core has neither, so that it runs everywhere; that is why this one lives here.
 *
 * @example
 * ```ts
 * const client = new MonitoringClient({ apiKey: process.env.GLASSPANE_API_KEY, url: 'https://monitoring.example' });
 * await client.createMetric({ name: 'queue_length', type: 'gauge', description: 'Jobs that wait.', labels: ['queue'] });
 * void client.recordMetric({ name: 'queue_length', value: 42, labels: { queue: 'mail' } });
 * await client.close();
 * ```
 *
 * @public
 */
export class MonitoringClient extends CoreClient {
  /**
   * @throws {@link GlasspaneError} `invalid` when the URL cannot be one of a server.
   */
  constructor(options: MonitoringClientOptions) {
    const { clock = systemClock, intervalMs, batchSize, queueSize, onError, ...target } = options;
    const backend = target.backend ?? createServerBackend({ url: DEFAULT_URL, ...target, clock });
    super({ backend, clock, intervalMs, batchSize, queueSize, onError });
  }
}
