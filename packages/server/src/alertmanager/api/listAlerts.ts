import {
  type AlertGroup,
  type AlertingState,
  formatLabels,
  mutingAt,
  type StoredAlert,
} from '@glasspane/core/alerting';
import type { AlertEngine } from '../AlertEngine.ts';
import { readAlertFilters } from './readFilters.ts';
import { toWireAlert } from './toWire.ts';

/** Returns the alerts that fire and are asked for, by fingerprint. */
export function listAlerts({ compiled, state, clock }: AlertEngine, query: URLSearchParams): readonly object[] {
  const nowMs = clock.now();
  const { isWanted, isWantedReceiver } = readAlertFilters(query);
  const mutingOf = mutingAt(compiled, state, nowMs);
  return [...state.alerts.values()]
    .filter(({ endsAtMs }) => endsAtMs >= nowMs)
    .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
    .flatMap((alert) => {
      const receivers = receiversOf(alert, state);
      const muting = mutingOf(alert.labels);
      const isShown = receivers.some(isWantedReceiver) && isWanted(alert.labels, muting);
      return isShown ? [toWireAlert(alert, receivers, muting)] : [];
    });
}

/** Returns the groups that have alerts which are asked for, by their labels. */
export function listGroups({ compiled, state, clock }: AlertEngine, query: URLSearchParams): readonly object[] {
  const nowMs = clock.now();
  const { isWanted, isWantedReceiver } = readAlertFilters(query);
  const mutingOf = mutingAt(compiled, state, nowMs);
  const sorted = [...state.alertGroups.values()].sort(compareGroups);
  return sorted.flatMap((group) => {
    const alerts = group.alerts
      .flatMap((fingerprint) => state.alerts.get(fingerprint) ?? [])
      .filter((alert) => alert.endsAtMs >= nowMs && isWanted(alert.labels, mutingOf(alert.labels)))
      .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
      .map((alert) => toWireAlert(alert, receiversOf(alert, state).filter(isWantedReceiver), mutingOf(alert.labels)));
    if (alerts.length === 0) return [];
    // Rules may name several receivers for a group; Alertmanager knows groups of one.
    return group.receivers
      .filter(isWantedReceiver)
      .map((name) => ({ alerts, labels: group.groupLabels, receiver: { name }, routeLabels: {} }));
  });
}

/** Those with fewer labels first, as Alertmanager; else by labels and receivers. */
function compareGroups(a: AlertGroup, b: AlertGroup): number {
  const byCount = Object.keys(a.groupLabels).length - Object.keys(b.groupLabels).length;
  if (byCount !== 0) return byCount;
  return sortKey(a) < sortKey(b) ? -1 : 1;
}

function sortKey({ groupLabels, receivers }: AlertGroup): string {
  return JSON.stringify([formatLabels(groupLabels), receivers]);
}

function receiversOf({ groups }: StoredAlert, { alertGroups }: AlertingState): readonly string[] {
  return [...new Set(groups.flatMap((id) => alertGroups.get(id)?.receivers ?? []))];
}
