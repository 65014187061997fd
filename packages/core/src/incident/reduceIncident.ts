import type { AlertSeverity } from '../alerting/AlertRule.ts';
import { GlasspaneError } from '../errors/GlasspaneError.ts';
import { boundIncident } from './boundIncident.ts';
import type { Incident, IncidentAlert, IncidentEvent } from './Incident.ts';

/**
 * What can happen to an incident after it was opened.
 *
 * - `alerts`: how the alerts of its group stand; new ones are added, and it is resolved once all of them are.
 * - `notified`, `notificationFailed`: a channel was told, or could not be.
 * - the rest: what people do.
 *
 * @public
 */
export type IncidentAction =
  | { readonly type: 'alerts'; readonly alerts: readonly IncidentAlert[] }
  | { readonly type: 'notified' | 'notificationFailed'; readonly text: string }
  | { readonly type: 'acknowledge' | 'resolve'; readonly by: string }
  | { readonly type: 'assign'; readonly assignee?: string | undefined; readonly by: string }
  | { readonly type: 'note'; readonly text: string; readonly by: string };

const SEVERITIES: readonly AlertSeverity[] = ['critical', 'warning', 'info'];

/**
 * Opens an incident for alerts of a group.
 *
 * @public
 */
export function openIncident(
  group: Pick<Incident, 'id' | 'groupLabels'>,
  alerts: readonly IncidentAlert[],
  nowMs: number,
): Incident {
  const { id, groupLabels } = group;
  return {
    id,
    title: titleOf(groupLabels, alerts),
    severity: worstOf(alerts),
    status: 'triggered',
    groupLabels,
    alerts,
    triggeredMs: nowMs,
    timeline: [{ type: 'triggered', atMs: nowMs }, ...alerts.map((alert) => alertEvent('alertAdded', alert, nowMs))],
  };
}

/**
 * Returns an incident after something happened to it; the same one when nothing changed.
 *
 * @throws {@link GlasspaneError} `conflict` when somebody wants to acknowledge or resolve what is resolved, or to assign
 * it; `invalid` when a person or a note has no text.
 * @public
 */
export function reduceIncident(incident: Incident, action: IncidentAction, nowMs: number): Incident {
  const next = apply(incident, action, nowMs);
  return next === incident ? incident : boundIncident(next);
}

function apply(incident: Incident, action: IncidentAction, nowMs: number): Incident {
  switch (action.type) {
    case 'alerts':
      return withAlerts(incident, action.alerts, nowMs);
    case 'notified':
    case 'notificationFailed':
      return withEvent(incident, { type: action.type, atMs: nowMs, text: action.text });
    case 'acknowledge':
      return acknowledge(incident, required('by', action.by), nowMs);
    case 'resolve':
      return resolve(incident, required('by', action.by), nowMs);
    case 'assign':
      return assign(incident, action, nowMs);
    case 'note':
      return withEvent(incident, {
        type: 'note',
        atMs: nowMs,
        by: required('by', action.by),
        text: required('text', action.text),
      });
  }
}

function acknowledge(incident: Incident, by: string, nowMs: number): Incident {
  assertOpen(incident, 'acknowledged');
  if (incident.status === 'acknowledged') return incident;
  const changed = { ...incident, status: 'acknowledged', acknowledgedMs: nowMs, acknowledgedBy: by } as const;
  return withEvent(changed, { type: 'acknowledged', atMs: nowMs, by });
}

function resolve(incident: Incident, by: string, nowMs: number): Incident {
  assertOpen(incident, 'resolved');
  return withEvent({ ...incident, status: 'resolved', resolvedMs: nowMs }, { type: 'resolved', atMs: nowMs, by });
}

function assign(
  incident: Incident,
  { assignee, by }: Extract<IncidentAction, { readonly type: 'assign' }>,
  nowMs: number,
): Incident {
  assertOpen(incident, 'assigned');
  const person = assignee?.trim() === '' ? undefined : assignee;
  const event = { type: 'assigned', atMs: nowMs, by: required('by', by), text: person ?? '' } as const;
  return incident.assignee === person ? incident : withEvent({ ...incident, assignee: person }, event);
}

function withAlerts(incident: Incident, current: readonly IncidentAlert[], nowMs: number): Incident {
  if (incident.status === 'resolved') return incident;
  const now = new Map(current.map((alert) => [alert.fingerprint, alert]));
  const events: IncidentEvent[] = [];
  const known = incident.alerts.map((alert) => {
    // What left its group is over, whatever became of it.
    const next = now.get(alert.fingerprint) ?? { ...alert, endsAtMs: alert.endsAtMs ?? nowMs };
    now.delete(alert.fingerprint);
    if (alert.endsAtMs === undefined && next.endsAtMs !== undefined)
      events.push(alertEvent('alertResolved', next, nowMs));
    if (alert.endsAtMs !== undefined && next.endsAtMs === undefined) events.push(alertEvent('alertAdded', next, nowMs));
    return next;
  });
  // What was over before anybody heard of it is no matter.
  const added = [...now.values()].filter(({ endsAtMs }) => endsAtMs === undefined);
  events.push(...added.map((alert) => alertEvent('alertAdded', alert, nowMs)));
  const alerts = [...known, ...added];
  const isOver = alerts.every(({ endsAtMs }) => endsAtMs !== undefined);
  if (isOver) events.push({ type: 'resolved', atMs: nowMs });
  if (events.length === 0 && JSON.stringify(alerts) === JSON.stringify(incident.alerts)) return incident;
  return {
    ...incident,
    title: titleOf(incident.groupLabels, alerts),
    severity: worst(incident.severity, worstOf(alerts)),
    alerts,
    ...(isOver ? { status: 'resolved', resolvedMs: nowMs } : {}),
    timeline: events.length === 0 ? incident.timeline : [...incident.timeline, ...events],
  };
}

function withEvent(incident: Incident, event: IncidentEvent): Incident {
  return { ...incident, timeline: [...incident.timeline, event] };
}

function assertOpen(incident: Incident, change: string): void {
  if (incident.status !== 'resolved') return;
  throw new GlasspaneError('conflict', `The incident ${incident.id} is resolved and cannot be ${change} any more.`);
}

function required(field: string, text: string): string {
  if (text.trim() === '') throw new GlasspaneError('invalid', `${field} must not be empty`);
  return text;
}

function alertEvent(type: 'alertAdded' | 'alertResolved', { labels }: IncidentAlert, atMs: number): IncidentEvent {
  return { type, atMs, text: nameAndLabels(labels.alertname, labels) };
}

function titleOf(groupLabels: Incident['groupLabels'], alerts: readonly IncidentAlert[]): string {
  const names = new Set(alerts.map(({ labels }) => labels.alertname ?? 'alert'));
  const [first = 'alert'] = names;
  return nameAndLabels(names.size <= 1 ? first : `${first} and ${names.size - 1} more`, groupLabels);
}

function nameAndLabels(name = 'alert', labels: Incident['groupLabels']): string {
  const pairs = Object.entries(labels).filter(([label]) => label !== 'alertname');
  const details = pairs.sort(([a], [b]) => (a < b ? -1 : 1)).map(([label, value]) => `${label}=${value}`);
  return details.length === 0 ? name : `${name} (${details.join(', ')})`;
}

function worstOf(alerts: readonly IncidentAlert[]): AlertSeverity {
  return alerts.map(({ labels }) => severityOf(labels.severity)).reduce(worst, 'info');
}

function severityOf(label: string | undefined): AlertSeverity {
  // An alert whose severity we do not know may matter.
  return SEVERITIES.find((severity) => severity === label) ?? 'warning';
}

function worst(a: AlertSeverity, b: AlertSeverity): AlertSeverity {
  return SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b) ? a : b;
}
