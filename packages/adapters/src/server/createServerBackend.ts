import type {
  AlertSource,
  AnnotationSource,
  Backend,
  Clock,
  DashboardExporter,
  DashboardStore,
  IncidentStore,
  LogSource,
  MetricSink,
  ReportStore,
  RuleSource,
  SilenceStore,
} from '@glasspane/core';
import { createAlertmanagerSources } from '../internal/alertmanagerApi/createAlertmanagerSources.ts';
import { type ApiClientOptions, createApiClient } from '../internal/prometheusApi/ApiClient.ts';
import { createApiMetricSource } from '../internal/prometheusApi/createApiMetricSource.ts';
import { createApiAlertSource, createApiRuleSource } from '../internal/prometheusApi/createApiRuleSource.ts';
import { createHttpTransport } from '../internal/prometheusApi/HttpTransport.ts';
import { randomId } from '../internal/randomId.ts';
import { systemClock } from '../internal/systemClock.ts';
import { withApiKey } from '../internal/withApiKey.ts';
import { createServerAlerts } from './createServerAlerts.ts';
import { createServerAnnotations } from './createServerAnnotations.ts';
import { createServerDashboards } from './createServerDashboards.ts';
import { createServerExporter } from './createServerExporter.ts';
import { createServerIncidents } from './createServerIncidents.ts';
import { createServerLogs } from './createServerLogs.ts';
import { createServerReports } from './createServerReports.ts';
import { createServerRuleEditor } from './createServerRuleEditor.ts';
import { createServerSink } from './createServerSink.ts';
import { LiveChannel } from './LiveChannel.ts';
import { createServerApi } from './ServerApi.ts';

/**
 * Options of {@link createServerBackend}.
 *
 * @public
 */
export interface ServerBackendOptions extends ApiClientOptions {
  /**
   * The key that the server asks for; it asks for none from its own machine as long as none is needed there. A page must
   * only ever hold a key that may be read by everybody who sees the page.
   */
  readonly apiKey?: string | undefined;
  /** Tells this backend from others in caches. @defaultValue one that no other instance has */
  readonly id?: string | undefined;
  /** The time and timers of the live channel. @defaultValue the platform's */
  readonly clock?: Clock | undefined;
}

/**
 * A backend that has all capabilities of a `glasspane-server`.
 *
 * @public
 */
export interface ServerBackend extends Backend {
  readonly sink: MetricSink;
  readonly alerts: AlertSource;
  readonly silences: SilenceStore;
  readonly rules: RuleSource;
  readonly annotations: Required<AnnotationSource>;
  readonly incidents: IncidentStore;
  readonly dashboards: DashboardStore;
  readonly exporter: DashboardExporter;
  readonly reports: ReportStore;
  readonly logs: LogSource;
}

/**
 * Makes a backend of a `glasspane-server`: the Prometheus HTTP API and a live channel for {@link MetricSource.subscribe},
 * the Alertmanager API for alerts and silences, and the server's own for what no standard covers.
 *
 * All subscriptions of a backend share one streaming request, which lives from the first subscriber to the last. It
 * reconnects by itself and tells each subscriber's `onState`; a server that lacks the channel or does not accept the
 * credentials is told as `refused`, and the next subscription tries again.
 *
 * @throws {@link GlasspaneError} `invalid` when the URL cannot be one of a server, no timer can take the time-out, or no
 * header can carry the key.
 *
 * @example
 * ```ts
 * const backend = createServerBackend({ url: 'http://127.0.0.1:4401' });
 * ```
 *
 * @public
 */
export function createServerBackend({ apiKey, ...given }: ServerBackendOptions): ServerBackend {
  const options = withApiKey(given, apiKey);
  const client = createApiClient(options);
  const api = createServerApi(options);
  const clock = options.clock ?? systemClock;
  const live = new LiveChannel({ transport: createHttpTransport(options), clock, random: Math.random });
  const subscribe = live.subscribe.bind(live);
  const { alerts, silences } = createAlertmanagerSources(options);
  return {
    id: options.id ?? randomId('server'),
    metrics: { ...createApiMetricSource(client), subscribe },
    sink: createServerSink(api),
    rules: createApiRuleSource(client, createServerRuleEditor(api)),
    alerts: createServerAlerts(createApiAlertSource(client), alerts),
    silences,
    annotations: createServerAnnotations(api),
    incidents: createServerIncidents(api),
    dashboards: createServerDashboards(api),
    exporter: createServerExporter(api),
    reports: createServerReports(api),
    logs: createServerLogs(options),
  };
}
