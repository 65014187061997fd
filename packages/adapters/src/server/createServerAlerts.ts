import { type Alert, type AlertSource, labelsKey } from '@glasspane/core';

/**
 * The server's alerts: those that its rules raise, pending ones included, with what its Alertmanager API knows of them,
 * and those that only that one knows: resolved ones, and ones that were posted to it.
 */
export function createServerAlerts(raised: AlertSource, told: AlertSource): AlertSource {
  return {
    async list(request, signal) {
      const [ofRules, ofManager] = await Promise.all([raised.list(request, signal), told.list(request, signal)]);
      const left = new Map(ofManager.map((alert) => [labelsKey(alert.labels), alert]));
      const joined = ofRules.map((alert) => {
        const key = labelsKey(alert.labels);
        const known = left.get(key);
        left.delete(key);
        return known === undefined ? alert : join(alert, known);
      });
      return [...joined, ...left.values()].sort((a, b) => b.startsAtMs - a.startsAtMs);
    },
  };
}

function join(alert: Alert, { fingerprint, generatorUrl, receivers, silencedBy, inhibitedBy }: Alert): Alert {
  return { ...alert, fingerprint, generatorUrl, receivers, silencedBy, inhibitedBy };
}
