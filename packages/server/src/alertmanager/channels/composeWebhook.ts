import { commonEntries, type Notification } from '@glasspane/core/alerting';

// How Go writes that there is no time.
const NO_TIME = '0001-01-01T00:00:00Z';

/** What the webhook's message says besides the notification. */
export interface WebhookSettings {
  /** The most alerts that one message holds; 0 for no limit. */
  readonly maxAlerts: number;
  readonly externalUrl: string;
}

/** Puts a notification in the JSON of Alertmanager's webhooks, version 4. */
export function composeWebhook(notification: Notification, { maxAlerts, externalUrl }: WebhookSettings): object {
  const { receiver, status, alerts, groupLabels, groupKey } = notification;
  const shown = maxAlerts > 0 ? alerts.slice(0, maxAlerts) : alerts;
  return {
    receiver,
    status,
    alerts: shown.map((alert) => ({
      status: alert.status,
      labels: alert.labels,
      annotations: alert.annotations,
      startsAt: new Date(alert.startsAtMs).toISOString(),
      endsAt: alert.endsAtMs === undefined ? NO_TIME : new Date(alert.endsAtMs).toISOString(),
      generatorURL: alert.generatorUrl ?? '',
      fingerprint: alert.fingerprint,
    })),
    groupLabels,
    commonLabels: commonEntries(alerts.map(({ labels }) => labels)),
    commonAnnotations: commonEntries(alerts.map(({ annotations }) => annotations)),
    externalURL: externalUrl,
    version: '4',
    groupKey,
    truncatedAlerts: alerts.length - shown.length,
  };
}
