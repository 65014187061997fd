import { type AlertGroup, newGroup, withAlert, withoutAlerts } from './AlertGroup.ts';
import type { CompiledAlerting } from './AlertingConfig.ts';
import { AlertingDraft } from './AlertingDraft.ts';
import type { AlertingState, AlertingStep } from './AlertingState.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { PostedAlert } from './PostedAlert.ts';
import { groupIdOf, groupLabelsOf, type RouteMatch } from './RouteTree.ts';
import { isSignOfLife, mergeAlerts, type StoredAlert, toStoredAlert } from './StoredAlert.ts';

/**
 * Takes reports of alerts: joins them with what is known, and puts them in their groups.
 *
 * @public
 */
export function postAlerts(
  compiled: CompiledAlerting,
  state: AlertingState,
  posted: readonly PostedAlert[],
  nowMs: number,
): AlertingStep {
  const draft = new AlertingDraft(state);
  for (const report of posted) {
    const alert = toStoredAlert(report, fingerprintOf(report.labels), {
      nowMs,
      resolveTimeoutMs: compiled.resolveTimeoutMs,
    });
    const old = draft.get('alerts', alert.fingerprint);
    const merged = old === undefined ? alert : mergeAlerts(old, alert, nowMs);
    placeAlert(compiled, draft, { ...merged, groups: old?.groups ?? [] }, nowMs);
  }
  return draft.finish();
}

/**
 * Begins again with what was known: to be called once after a start, and after a change of the configuration. Alerts
 * come to the groups that the configuration gives them, and groups that it does not have any more lose theirs. Alerts
 * that are to end unless they are reported again get time for that, because nobody may have listened meanwhile.
 *
 * @public
 */
export function resumeAlerting(compiled: CompiledAlerting, state: AlertingState, nowMs: number): AlertingStep {
  const draft = new AlertingDraft(state);
  for (const alert of state.alerts.values()) {
    const graceMs = Math.min(alert.endsAtMs - alert.updatedAtMs, compiled.resolveTimeoutMs);
    const endsAtMs = Math.max(alert.endsAtMs, nowMs + graceMs);
    if (graceMs > 0) draft.set('alerts', alert.fingerprint, { ...alert, endsAtMs });
  }
  for (const alert of [...draft.all('alerts').values()]) {
    const wanted = placesOf(compiled, alert).map(({ id }) => id);
    const isSame = wanted.length === alert.groups.length && wanted.every((id) => alert.groups.includes(id));
    // Those that a group is done with are in none, and stay so.
    if (!isSame && alert.groups.length > 0) placeAlert(compiled, draft, alert, nowMs);
  }
  for (const group of draft.all('alertGroups').values()) {
    if (group.emptySinceMs === nowMs) draft.set('alertGroups', group.id, { ...group, nextFlushMs: nowMs });
  }
  return draft.finish();
}

function placeAlert(compiled: CompiledAlerting, draft: AlertingDraft, alert: StoredAlert, nowMs: number): void {
  const places = placesOf(compiled, alert);
  for (const { id, match, receivers } of places) {
    const { key, route } = match;
    const groupLabels = groupLabelsOf(alert.labels, route.groupBy);
    const group = draft.get('alertGroups', id) ?? newGroup({ id, route: key, groupLabels, receivers }, route, nowMs);
    draft.set('alertGroups', id, withAlert(withReceivers(group, receivers), alert, route, nowMs));
  }
  const groups = places.map(({ id }) => id);
  for (const id of alert.groups) {
    const left = groups.includes(id) ? undefined : draft.get('alertGroups', id);
    if (left !== undefined) {
      // Looked at at once: its incident may be over.
      const rest = withoutAlerts(left, new Set([alert.fingerprint]), nowMs);
      draft.set('alertGroups', id, rest.alerts.length === 0 ? { ...rest, nextFlushMs: nowMs } : rest);
    }
  }
  const placed = { ...alert, groups };
  const known = draft.get('alerts', alert.fingerprint);
  if (known !== undefined && isSignOfLife(known, placed)) draft.refresh('alerts', alert.fingerprint, placed);
  else draft.set('alerts', alert.fingerprint, placed);
}

/** The configuration may have changed meanwhile. */
function withReceivers(group: AlertGroup, receivers: readonly string[]): AlertGroup {
  const isSame = JSON.stringify(group.receivers) === JSON.stringify(receivers);
  return isSame ? group : { ...group, receivers };
}

interface Place {
  readonly id: string;
  readonly match: RouteMatch;
  readonly receivers: readonly string[];
}

function placesOf(compiled: CompiledAlerting, { labels, receivers }: StoredAlert): readonly Place[] {
  const matches = compiled.tree.match(labels);
  // A receiver that is no longer configured must not keep an alert from everybody.
  const named = receivers?.filter((name) => compiled.receivers.has(name)) ?? [];
  const [first] = matches;
  if (named.length > 0 && first !== undefined) {
    const groupLabels = groupLabelsOf(labels, first.route.groupBy);
    return [{ id: groupIdOf(first.key, groupLabels, named), match: first, receivers: named }];
  }
  return matches.map((match) => ({
    id: groupIdOf(match.key, groupLabelsOf(labels, match.route.groupBy), undefined),
    match,
    receivers: [match.route.receiver],
  }));
}
