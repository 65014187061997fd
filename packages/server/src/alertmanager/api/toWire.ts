import { type Muting, type StoredAlert, type StoredSilence, silenceState } from '@glasspane/core/alerting';
import { formatWireTime } from './wireTime.ts';

/** Returns an alert as Alertmanager's API shows it. */
export function toWireAlert(
  alert: StoredAlert,
  receivers: readonly string[],
  { silencedBy, inhibitedBy }: Muting,
): object {
  const isActive = silencedBy.length === 0 && inhibitedBy.length === 0;
  return {
    annotations: alert.annotations,
    endsAt: formatWireTime(alert.endsAtMs),
    fingerprint: alert.fingerprint,
    receivers: receivers.map((name) => ({ name })),
    startsAt: formatWireTime(alert.startsAtMs),
    status: { inhibitedBy, mutedBy: [], silencedBy, state: isActive ? 'active' : 'suppressed' },
    updatedAt: formatWireTime(alert.updatedAtMs),
    generatorURL: alert.generatorUrl,
    labels: alert.labels,
  };
}

/** Returns a silence as Alertmanager's API shows it. */
export function toWireSilence(silence: StoredSilence, nowMs: number): object {
  const { id, updatedAtMs, comment, createdBy, endsAtMs, startsAtMs, matchers } = silence;
  return {
    id,
    status: { state: silenceState(silence, nowMs) },
    updatedAt: formatWireTime(updatedAtMs),
    annotations: {},
    comment,
    createdBy,
    endsAt: formatWireTime(endsAtMs),
    matchers: matchers.map(({ name, operator, value }) => ({
      isEqual: operator === '=' || operator === '=~',
      isRegex: operator === '=~' || operator === '!~',
      name,
      value,
    })),
    startsAt: formatWireTime(startsAtMs),
  };
}
