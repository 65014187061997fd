import { type AlertGroup, dueMsOf, withoutAlerts } from './AlertGroup.ts';
import type { CompiledAlerting } from './AlertingConfig.ts';
import { AlertingDraft } from './AlertingDraft.ts';
import type { AlertingState, AlertingStep } from './AlertingState.ts';
import { forgetOld } from './forgetOld.ts';
import type { GroupAlert } from './GroupAlert.ts';
import { isMuted, mutingAt } from './muting.ts';
import { OutboxLanes } from './OutboxLanes.ts';
import type { StepContext } from './StepContext.ts';
import { isResolvedAt, type StoredAlert } from './StoredAlert.ts';
import { syncIncident } from './syncIncident.ts';
import { tellReceivers } from './tellReceivers.ts';

/**
 * Looks at the groups that are due: opens and closes incidents, and puts what is to be told in the outbox, with the log
 * entry that says so.
 *
 * @public
 */
export function flushGroups(compiled: CompiledAlerting, state: AlertingState, context: StepContext): AlertingStep {
  const draft = new AlertingDraft(state);
  const { nowMs } = context;
  const dueMs = (group: AlertGroup): number => dueMsOf(group, compiled.tree.byKey(group.route), nowMs);
  const due = [...state.alertGroups.values()].filter((group) => dueMs(group) <= nowMs || isLeft(group));
  const mutingOf = mutingAt(compiled, state, nowMs);
  const lanes = new OutboxLanes(state.outbox);
  for (const group of due.sort((a, b) => dueMs(a) - dueMs(b))) {
    const alerts = alertsOf(state, group, nowMs).map(
      (entry): GroupAlert => ({ ...entry, isMuted: isMuted(mutingOf(entry.alert.labels)) }),
    );
    flushGroup(compiled, draft, { group, alerts, lanes }, context);
  }
  forgetOld(draft, nowMs);
  return draft.finish();
}

/**
 * Returns when {@link flushGroups} has something to do next, in milliseconds since the epoch; `undefined` when nothing
 * is known that will ever be due.
 *
 * @public
 */
export function nextFlushMs(compiled: CompiledAlerting, state: AlertingState, nowMs: number): number | undefined {
  const times = [...state.alertGroups.values()].map((group) =>
    isLeft(group) ? nowMs : dueMsOf(group, compiled.tree.byKey(group.route), nowMs),
  );
  return times.length === 0 ? undefined : times.reduce((a, b) => Math.min(a, b));
}

/** Its alerts went elsewhere while it still has an incident. */
function isLeft({ emptySinceMs, incidentId }: AlertGroup): boolean {
  return emptySinceMs !== undefined && incidentId !== undefined;
}

interface Flush {
  readonly group: AlertGroup;
  readonly alerts: readonly GroupAlert[];
  readonly lanes: OutboxLanes;
}

function flushGroup(
  compiled: CompiledAlerting,
  draft: AlertingDraft,
  { group, alerts, lanes }: Flush,
  context: StepContext,
): void {
  const { nowMs } = context;
  const incidentId = syncIncident(draft, group, alerts, context);
  const route = compiled.tree.byKey(group.route);
  if (alerts.length === 0 && nowMs >= dueMsOf(group, route, nowMs)) {
    draft.delete('alertGroups', group.id);
    return;
  }
  if (route !== undefined && alerts.length > 0) {
    tellReceivers(compiled, draft, { group: { ...group, incidentId }, route, alerts, lanes }, context);
  }
  const resolved = alerts.filter(({ isResolved }) => isResolved).map(({ alert }) => alert);
  for (const alert of resolved) leaveGroup(draft, alert, group.id);
  const rest = withoutAlerts(group, new Set(resolved.map(({ fingerprint }) => fingerprint)), nowMs);
  const hasFiring = rest.alerts.length > 0;
  const after = {
    ...rest,
    hasFlushed: true,
    nextFlushMs: nowMs + (route?.groupIntervalMs ?? 0),
    incidentId: hasFiring ? incidentId : undefined,
  };
  // A beat alone is not worth a write: forgotten, it makes the group be looked at once more.
  const isBeat = group.hasFlushed && resolved.length === 0 && after.incidentId === group.incidentId && hasFiring;
  if (isBeat) draft.refresh('alertGroups', group.id, after);
  else draft.set('alertGroups', group.id, after);
}

function leaveGroup(draft: AlertingDraft, alert: StoredAlert, groupId: string): void {
  const current = draft.get('alerts', alert.fingerprint);
  if (current === undefined) return;
  const groups = current.groups.filter((id) => id !== groupId);
  if (groups.length === 0) draft.delete('alerts', alert.fingerprint);
  else draft.set('alerts', alert.fingerprint, { ...current, groups });
}

function alertsOf(state: AlertingState, group: AlertGroup, nowMs: number): readonly Omit<GroupAlert, 'isMuted'>[] {
  const alerts = group.alerts.flatMap((fingerprint) => state.alerts.get(fingerprint) ?? []);
  return alerts
    .map((alert) => ({ key: sortKey(alert), entry: { alert, isResolved: isResolvedAt(alert, nowMs) } }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry);
}

function sortKey({ labels }: StoredAlert): string {
  const rest = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([labels.job ?? '', labels.instance ?? '', rest]);
}
