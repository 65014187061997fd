import type { AlertSource, SilenceStore } from '@glasspane/core';
import { createAlertmanagerSources } from '../internal/alertmanagerApi/createAlertmanagerSources.ts';
import type { HttpOptions } from '../internal/prometheusApi/HttpTransport.ts';

/**
 * Options of {@link createAlertmanager}.
 *
 * @public
 */
export interface AlertmanagerOptions extends HttpOptions {
  /** The address in front of `/api/v2`: `https://alertmanager.example`, or in a browser just a path. */
  readonly url: string;
  /** How long an answer may take, in milliseconds. @defaultValue 30000 */
  readonly timeoutMs?: number | undefined;
}

/**
 * The part of a backend that an Alertmanager is.
 *
 * @public
 */
export interface AlertmanagerCapabilities {
  /** The alerts that Alertmanager was told of: firing ones, and those that are resolved for as long as it keeps them. */
  readonly alerts: AlertSource;
  readonly silences: SilenceStore;
}

/**
 * Makes the alerts and silences of an Alertmanager part of a backend.
 *
 * An Alertmanager knows who is told of an alert and what silences it, and nothing of pending alerts; the rules of
 * Prometheus, which are in its backend, do. It holds nothing open, so there is nothing to close.
 *
 * @throws {@link GlasspaneError} `invalid` when the URL cannot be one of a server, or no timer can take the time-out.
 *
 * @example
 * ```ts
 * const backend = {
 *   ...createPrometheusBackend({ url: 'https://prometheus.example' }),
 *   ...createAlertmanager({ url: 'https://alertmanager.example' }),
 * };
 * ```
 *
 * @public
 */
export function createAlertmanager(options: AlertmanagerOptions): AlertmanagerCapabilities {
  return createAlertmanagerSources(options);
}
