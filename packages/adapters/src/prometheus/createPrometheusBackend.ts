import type { Backend } from '@glasspane/core';
import { type ApiClientOptions, createApiClient } from '../internal/prometheusApi/ApiClient.ts';
import { createApiMetricSource } from '../internal/prometheusApi/createApiMetricSource.ts';
import { createApiAlertSource, createApiRuleSource } from '../internal/prometheusApi/createApiRuleSource.ts';
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
 * It only reads: metrics, and the alert rules of Prometheus with the alerts that they raise. Spread the capabilities of an
 * Alertmanager over it, and its alerts, and silences, take their place. It holds nothing open, so there is nothing to
 * close.
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
  return {
    id: options.id ?? randomId('prometheus'),
    metrics: createApiMetricSource(client),
    rules: createApiRuleSource(client),
    alerts: createApiAlertSource(client),
  };
}
