import type { Labels } from '@glasspane/promql/syntax';
import type { Route, RouteTimes } from './Route.ts';
import type { StoredAlert } from './StoredAlert.ts';

/**
 * Alerts that are told of together.
 *
 * @public
 */
export interface AlertGroup {
  readonly id: string;
  /** The key of its route. */
  readonly route: string;
  readonly groupLabels: Labels;
  /** Who is told: the route's receiver, or those that the alerts name. */
  readonly receivers: readonly string[];
  /** Its alerts, by fingerprint. */
  readonly alerts: readonly string[];
  /** When it is looked at next, in milliseconds since the epoch. */
  readonly nextFlushMs: number;
  readonly hasFlushed: boolean;
  /** Since when it has no alerts, in milliseconds since the epoch. */
  readonly emptySinceMs?: number | undefined;
  /** The incident that its firing alerts opened last. */
  readonly incidentId?: string | undefined;
}

// So long Alertmanager takes, at most, until it forgets a group without alerts.
const FORGET_EMPTY_MS = 30_000;

/** Makes a group without alerts. */
export function newGroup(
  place: Pick<AlertGroup, 'id' | 'route' | 'groupLabels' | 'receivers'>,
  { groupWaitMs }: Pick<Route, 'groupWaitMs'>,
  nowMs: number,
): AlertGroup {
  return { ...place, alerts: [], nextFlushMs: nowMs + groupWaitMs, hasFlushed: false };
}

/**
 * Returns the group with an alert that was reported; the same one where it has it already and is looked at no earlier.
 *
 * @param alert - With the groups that it is in so far.
 */
export function withAlert(group: AlertGroup, alert: StoredAlert, times: RouteTimes, nowMs: number): AlertGroup {
  const nextFlushMs = nextFlushOf(group, alert, times, nowMs);
  // Asking the alert, because a group may have many and an alert is in few.
  const isMember = group.alerts.length > 0 && alert.groups.includes(group.id);
  if (isMember && group.emptySinceMs === undefined && nextFlushMs === group.nextFlushMs) return group;
  const { emptySinceMs: _, ...kept } = group;
  return { ...kept, alerts: isMember ? group.alerts : [...group.alerts, alert.fingerprint], nextFlushMs };
}

function nextFlushOf(group: AlertGroup, alert: StoredAlert, times: RouteTimes, nowMs: number): number {
  const { groupWaitMs, groupIntervalMs } = times;
  // An alert that waited long enough elsewhere does not wait again.
  if (!group.hasFlushed) return alert.startsAtMs + groupWaitMs < nowMs ? nowMs : group.nextFlushMs;
  if (group.emptySinceMs === undefined || group.nextFlushMs > nowMs) return group.nextFlushMs;
  // Nobody looked at it while it was empty; it keeps its beat all the same.
  const missed = Math.floor((nowMs - group.nextFlushMs) / groupIntervalMs) + 1;
  return group.nextFlushMs + missed * groupIntervalMs;
}

/** Returns the group without some alerts. */
export function withoutAlerts(group: AlertGroup, gone: ReadonlySet<string>, nowMs: number): AlertGroup {
  const alerts = group.alerts.filter((fingerprint) => !gone.has(fingerprint));
  return alerts.length > 0 || group.emptySinceMs !== undefined
    ? { ...group, alerts }
    : { ...group, alerts, emptySinceMs: nowMs };
}

/**
 * Returns when something is to be done about the group, in milliseconds since the epoch.
 *
 * @param times - Those of its route; left out where that is no longer configured.
 */
export function dueMsOf(
  { nextFlushMs, emptySinceMs }: AlertGroup,
  times: RouteTimes | undefined,
  nowMs: number,
): number {
  const dueMs = emptySinceMs === undefined ? nextFlushMs : emptySinceMs + FORGET_EMPTY_MS;
  const longestMs = Math.max(FORGET_EMPTY_MS, times?.groupWaitMs ?? 0, times?.groupIntervalMs ?? 0);
  // Nothing waits longer: the clock was set back meanwhile.
  return dueMs - nowMs > longestMs ? nowMs : dueMs;
}
