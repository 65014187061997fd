import type { ActiveAlert, RuleState } from '@glasspane/core/alerting';

/**
 * Returns whether two states of a rule say the same of the lives of its alerts. Values and texts are not looked at: they
 * are computed anew at each evaluation, and keeping every one of them would cost a write each time.
 */
export function isSameLife(before: RuleState, after: RuleState): boolean {
  return (
    before.alerts.length === after.alerts.length &&
    before.alerts.every((alert, index) => {
      const other = after.alerts[index];
      return other !== undefined && lifeOf(alert) === lifeOf(other);
    })
  );
}

function lifeOf({ labels, state, activeAtMs, firedAtMs, resolvedAtMs, keepFiringSinceMs }: ActiveAlert): string {
  return JSON.stringify([labels, state, activeAtMs, firedAtMs, resolvedAtMs, keepFiringSinceMs]);
}
