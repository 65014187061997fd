import type { Alert, AlertState } from '@glasspane/core';
import { alertSeverity, severityRank } from './alertSeverity.ts';
import { labelOf } from './matchesLabels.ts';

/** In which order alerts stand. */
export type AlertOrder = 'worst' | 'newest';

/** What a viewer wants to see of the alerts. */
export interface AlertFilter {
  /** Words that must all be in the name, the texts or the labels; case does not matter. */
  readonly text: string;
  /** Left out: all. */
  readonly state?: AlertState | undefined;
  /** Left out: all. */
  readonly severity?: string | undefined;
}

/** Alerts that have the value of one label in common. */
export interface AlertGroup {
  /** The value of the label; empty where it is missing. */
  readonly name: string;
  readonly alerts: readonly Alert[];
}

const stateRanks: Readonly<Record<AlertState, number>> = { firing: 0, pending: 1, resolved: 2 };

/** Returns what people call an alert. */
export function alertName({ labels }: Pick<Alert, 'labels'>): string {
  return labels.alertname ?? 'Alert without a name';
}

/** Returns the alerts that a filter lets through. */
export function filterAlerts(alerts: readonly Alert[], filter: AlertFilter): readonly Alert[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return alerts.filter(
    (alert) =>
      (filter.state === undefined || alert.state === filter.state) &&
      (filter.severity === undefined || alertSeverity(alert.labels) === filter.severity) &&
      (words.length === 0 || hasWords(alert, words)),
  );
}

function hasWords({ labels, annotations }: Alert, words: readonly string[]): boolean {
  const text = [...Object.entries(labels).map(([name, value]) => `${name}=${value}`), ...Object.values(annotations)]
    .join('\n')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Returns alerts in order; among the equally bad the newest stand first. */
export function sortAlerts(alerts: readonly Alert[], order: AlertOrder): readonly Alert[] {
  return [...alerts].sort((a, b) => (order === 'worst' ? badness(a) - badness(b) : 0) || b.startsAtMs - a.startsAtMs);
}

/** What fires comes before what is pending, then severity counts; what nobody is told of comes after its equals. */
function badness({ state, labels, silencedBy = [], inhibitedBy = [] }: Alert): number {
  const isMuted = silencedBy.length + inhibitedBy.length > 0;
  return stateRanks[state] * 100 + severityRank(alertSeverity(labels)) * 10 + (isMuted ? 1 : 0);
}

/** Returns ordered alerts by the value of a label, each group where its first alert stands. */
export function groupAlerts(alerts: readonly Alert[], label: string): readonly AlertGroup[] {
  const groups = new Map<string, Alert[]>();
  for (const alert of alerts) {
    const name = labelOf(alert.labels, label);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [alert]);
    else group.push(alert);
  }
  return [...groups].map(([name, members]) => ({ name, alerts: members }));
}

/** Returns the names of the labels that alerts have, `alertname` first and the others by how many alerts have them. */
export function labelNamesOf(alerts: readonly Alert[]): readonly string[] {
  const counts = new Map<string, number>([['alertname', Number.POSITIVE_INFINITY]]);
  for (const { labels } of alerts) {
    for (const name of Object.keys(labels)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([name]) => name);
}

/** Returns how many alerts are in each state. */
export function countStates(alerts: readonly Alert[]): Readonly<Record<AlertState, number>> {
  const counts = { firing: 0, pending: 0, resolved: 0 };
  for (const { state } of alerts) counts[state] += 1;
  return counts;
}
