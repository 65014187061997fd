import type { AlertingDraft } from './AlertingDraft.ts';

// As long as Alertmanager keeps them.
const KEEP_SILENCES_MS = 120 * 3_600_000;
const KEEP_INCIDENTS_MS = 90 * 86_400_000;

/** Forgets what nobody asks for any more: silences and incidents that are long over, and log entries of old groups. */
export function forgetOld(draft: AlertingDraft, nowMs: number): void {
  for (const { id, endsAtMs } of draft.all('silences').values()) {
    if (endsAtMs + KEEP_SILENCES_MS <= nowMs) draft.delete('silences', id);
  }
  for (const { id, resolvedMs } of draft.all('incidents').values()) {
    if (resolvedMs !== undefined && resolvedMs + KEEP_INCIDENTS_MS <= nowMs) draft.delete('incidents', id);
  }
  const groups = draft.all('alertGroups');
  for (const [key, { groupId, expiresMs }] of draft.all('notificationLog')) {
    if (expiresMs <= nowMs && !groups.has(groupId)) draft.delete('notificationLog', key);
  }
}
