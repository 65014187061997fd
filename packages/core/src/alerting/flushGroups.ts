import { type AlertGroup, dueMsOf, withoutAlerts } from './AlertGroup.ts';
import type { CompiledAlerting } from './AlertingConfig.ts';
import { AlertingDraft } from './AlertingDraft.ts';
import type { AlertingState, AlertingStep } from './AlertingState.ts';
import { forgetOld } from './forgetOld.ts';
import type { GroupAlert } from './GroupAlert.ts';
import { isMuted, mutingAt } from './muting.ts';
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
  const due = [...state.alertGroups.values()].filter((group) => dueMsOf(group) <= nowMs || isLeft(group, nowMs));
  const mutingOf = mutingAt(compiled, state, nowMs);
  for (const group of due.sort((a, b) => dueMsOf(a) - dueMsOf(b))) {
    const alerts = alertsOf(state, group, nowMs).map(
      (entry): GroupAlert => ({ ...entry, isMuted: isMuted(mutingOf(entry.alert.labels)) }),
    );
    flushGroup(compiled, draft, { group, alerts }, context);
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
export function nextFlushMs(state: AlertingState): number | undefined {
  const times = [...state.alertGroups.values()].map((group) =>
    group.incidentId !== undefined && group.emptySinceMs !== undefined ? group.emptySinceMs : dueMsOf(group),
  );
  return times.length === 0 ? undefined : times.reduce((a, b) => Math.min(a, b));
}

/** Its alerts went elsewhere while it still has an incident. */
function isLeft({ emptySinceMs, incidentId }: AlertGroup, nowMs: number): boolean {
  return emptySinceMs !== undefined && emptySinceMs <= nowMs && incidentId !== undefined;
}

function flushGroup(
  compiled: CompiledAlerting,
  draft: AlertingDraft,
  { group, alerts }: { readonly group: AlertGroup; readonly alerts: readonly GroupAlert[] },
  context: StepContext,
): void {
  const { nowMs } = context;
  const incidentId = syncIncident(draft, group, alerts, context);
  const route = compiled.tree.byKey(group.route);
  if (alerts.length === 0 && nowMs >= dueMsOf(group)) {
    draft.delete('alertGroups', group.id);
    return;
  }
  if (route !== undefined && alerts.length > 0) {
    tellReceivers(compiled, draft, { group: { ...group, incidentId }, route, alerts }, context);
  }
  const resolved = alerts.filter(({ isResolved }) => isResolved).map(({ alert }) => alert);
  for (const alert of resolved) leaveGroup(draft, alert, group.id);
  const rest = withoutAlerts(group, new Set(resolved.map(({ fingerprint }) => fingerprint)), nowMs);
  const hasFiring = rest.alerts.length > 0;
  draft.set('alertGroups', group.id, {
    ...rest,
    hasFlushed: true,
    nextFlushMs: nowMs + (route?.groupIntervalMs ?? 0),
    incidentId: hasFiring ? incidentId : undefined,
  });
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
    .map((alert) => ({ alert, isResolved: isResolvedAt(alert, nowMs) }))
    .sort((a, b) => (sortKey(a.alert) < sortKey(b.alert) ? -1 : 1));
}

function sortKey({ labels }: StoredAlert): string {
  const rest = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([labels.job ?? '', labels.instance ?? '', rest]);
}
