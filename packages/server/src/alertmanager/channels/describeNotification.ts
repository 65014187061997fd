import { commonEntries, type Notification, type NotifiedAlert } from '@glasspane/core/alerting';

/** The most alerts that a message for people spells out. */
const MAX_LISTED_ALERTS = 20;

/** What people read of an alert. */
export interface AlertText {
  readonly isFiring: boolean;
  readonly name: string;
  /** One sentence; the empty text where the alert has none. */
  readonly summary: string;
  readonly description: string;
  /** All labels but the name: `service=api`. */
  readonly labels: readonly string[];
  readonly startedAt: string;
  readonly endedAt?: string | undefined;
  /** Addresses that lead on, with what they lead to. */
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/** Returns the one line that says what a notification is about: `[FIRING:2] high_error_rate (service=api)`. */
export function headlineOf({ alerts, status, groupLabels }: Notification): string {
  const firing = alerts.filter((alert) => alert.status === 'firing').length;
  const common = commonEntries(alerts.map(({ labels }) => labels));
  const name = common.alertname ?? groupLabels.alertname ?? `${alerts.length} alerts`;
  const details = Object.entries({ ...groupLabels, ...common })
    .filter(([label]) => label !== 'alertname')
    .map(([label, value]) => `${label}=${value}`);
  const suffix = details.length === 0 ? '' : ` (${details.join(', ')})`;
  return oneLine(`[${status === 'firing' ? `FIRING:${firing}` : 'RESOLVED'}] ${name}${suffix}`).slice(0, 250);
}

/** Returns the alerts as people read them, those that fire first, and how many are left out. */
export function alertTextsOf({ alerts }: Notification): {
  readonly texts: readonly AlertText[];
  readonly more: number;
} {
  const sorted = [...alerts].sort((a, b) => Number(a.status === 'resolved') - Number(b.status === 'resolved'));
  const shown = sorted.slice(0, MAX_LISTED_ALERTS);
  return { texts: shown.map(toText), more: sorted.length - shown.length };
}

function toText(alert: NotifiedAlert): AlertText {
  const { labels, annotations, startsAtMs, endsAtMs, generatorUrl } = alert;
  const { alertname = 'alert', ...others } = labels;
  const links = [
    { label: 'Source', url: generatorUrl },
    { label: 'Runbook', url: annotations.runbook_url },
    { label: 'Dashboard', url: annotations.dashboard_url },
  ];
  return {
    isFiring: alert.status === 'firing',
    name: oneLine(alertname),
    summary: oneLine(annotations.summary ?? ''),
    description: annotations.description ?? annotations.message ?? '',
    labels: Object.entries(others).map(([label, value]) => oneLine(`${label}=${value}`)),
    startedAt: new Date(startsAtMs).toISOString(),
    endedAt: endsAtMs === undefined ? undefined : new Date(endsAtMs).toISOString(),
    links: links.flatMap(({ label, url }) => (url !== undefined && isSafeLink(url) ? [{ label, url }] : [])),
  };
}

/** A link in a message leads to a page, and does nothing else. */
function isSafeLink(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}

/** Returns a text without line breaks and other control characters. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
}
