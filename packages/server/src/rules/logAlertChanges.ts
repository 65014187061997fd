import { labelsKey } from '@glasspane/core';
import { type ActiveAlert, formatLabels, type RuleState } from '@glasspane/core/alerting';
import type { Logger } from '../log/Logger.ts';
import { logEach } from '../log/logEach.ts';

/** Says which alerts of a rule began to fire, and which of them ended. */
export function logAlertChanges(log: Pick<Logger, 'info'>, before: RuleState, after: RuleState): void {
  const wasFiring = new Set(before.alerts.filter(isFiring).map(({ labels }) => labelsKey(labels)));
  const begun = after.alerts.filter((alert) => isFiring(alert) && !wasFiring.has(labelsKey(alert.labels)));
  const ended = after.alerts.filter((alert) => !isFiring(alert) && wasFiring.has(labelsKey(alert.labels)));
  logEach(
    log,
    'an alert began to fire',
    begun.map((alert) => ({ ...nameOf(alert), value: alert.value })),
  );
  logResolved(log, ended);
}

/** Says which alerts were resolved. */
export function logResolved(log: Pick<Logger, 'info'>, alerts: readonly ActiveAlert[]): void {
  logEach(log, 'an alert was resolved', alerts.map(nameOf));
}

function isFiring({ state }: ActiveAlert): boolean {
  return state === 'firing';
}

function nameOf({ labels: { alertname = '', ...labels } }: ActiveAlert): {
  readonly alert: string;
  readonly labels: string;
} {
  return { alert: alertname, labels: formatLabels(labels) };
}
