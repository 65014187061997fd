import type { Backend, Clock } from '@glasspane/core';
import { type ApiClientOptions, createApiClient } from '../internal/prometheusApi/ApiClient.ts';
import { createApiMetricSource } from '../internal/prometheusApi/createApiMetricSource.ts';
import { createHttpTransport } from '../internal/prometheusApi/HttpTransport.ts';
import { randomId } from '../internal/randomId.ts';
import { systemClock } from '../internal/systemClock.ts';
import { LiveChannel } from './LiveChannel.ts';

/**
 * Options of {@link createServerBackend}.
 *
 * @public
 */
export interface ServerBackendOptions extends ApiClientOptions {
  /** Tells this backend from others in caches. @defaultValue one that no other instance has */
  readonly id?: string | undefined;
  /** The time and timers of the live channel. @defaultValue the platform's */
  readonly clock?: Clock | undefined;
}

/**
 * Makes a backend of a `glasspane-server`: its Prometheus HTTP API, and its live channel for
 * {@link MetricSource.subscribe}.
 *
 * All subscriptions of a backend share one streaming request, which lives from the first subscriber to the last. It
 * reconnects by itself and tells each subscriber's `onState`; a server that lacks the channel or does not accept the
 * credentials is told as `refused`, and the next subscription tries again.
 *
 * @throws {@link GlasspaneError} `invalid` when the URL cannot be one of a server, or no timer can take the time-out.
 *
 * @example
 * ```ts
 * const backend = createServerBackend({ url: 'http://127.0.0.1:4401' });
 * ```
 *
 * @public
 */
export function createServerBackend(options: ServerBackendOptions): Backend {
  const client = createApiClient(options);
  const clock = options.clock ?? systemClock;
  const live = new LiveChannel({ transport: createHttpTransport(options), clock, random: Math.random });
  const subscribe = live.subscribe.bind(live);
  return { id: options.id ?? randomId('server'), metrics: { ...createApiMetricSource(client), subscribe } };
}
