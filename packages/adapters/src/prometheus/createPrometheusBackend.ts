import type { Backend } from '@glasspane/core';
import { type ApiClientOptions, createApiClient } from '../internal/prometheusApi/ApiClient.ts';
import { createApiMetricSource } from '../internal/prometheusApi/createApiMetricSource.ts';
import { randomId } from '../internal/randomId.ts';

/**
 * Options of {@link createPrometheusBackend}.
 *
 * @public
 */
export interface PrometheusBackendOptions extends ApiClientOptions {
  /** Tells this backend from others in caches. @defaultValue one that no other instance has */
  readonly id?: string | undefined;
}

/**
 * Makes a backend of a server that speaks the Prometheus HTTP API: Prometheus, Mimir, Thanos, VictoriaMetrics.
 *
 * It only reads. It holds nothing open, so there is nothing to close.
 *
 * @throws {@link GlasspaneError} `invalid` when the URL cannot be one of a server, or no timer can take the time-out.
 *
 * @example
 * ```ts
 * const backend = createPrometheusBackend({
 *   url: 'https://prometheus.example',
 *   headers: async () => ({ authorization: `Bearer ${await currentToken()}` }),
 * });
 * ```
 *
 * @public
 */
export function createPrometheusBackend(options: PrometheusBackendOptions): Backend {
  const client = createApiClient(options);
  return { id: options.id ?? randomId('prometheus'), metrics: createApiMetricSource(client) };
}
