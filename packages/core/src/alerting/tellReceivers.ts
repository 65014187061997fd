import type { AlertGroup } from './AlertGroup.ts';
import type { CompiledAlerting } from './AlertingConfig.ts';
import type { AlertingDraft } from './AlertingDraft.ts';
import type { GroupAlert } from './GroupAlert.ts';
import { isTakenUp } from './isTakenUp.ts';
import type { NotifiedAlert } from './Notification.ts';
import { needsTelling } from './notificationLog.ts';
import type { OutboxLanes } from './OutboxLanes.ts';
import { notificationLogKey } from './outbox.ts';
import type { Integration } from './Receiver.ts';
import type { Route } from './Route.ts';
import type { StepContext } from './StepContext.ts';

// What was told is remembered for at least as long as Alertmanager remembers it.
const MIN_LOG_MS = 120 * 3_600_000;

/** A group at the moment when it is looked at. */
interface Telling {
  readonly group: AlertGroup;
  readonly route: Route;
  readonly alerts: readonly GroupAlert[];
  readonly lanes: OutboxLanes;
}

/** Puts in the outbox what the receivers of a group are to be told now, and in the log that they were. */
export function tellReceivers(
  compiled: CompiledAlerting,
  draft: AlertingDraft,
  telling: Telling,
  context: StepContext,
): void {
  for (const name of telling.group.receivers) {
    for (const integration of compiled.receivers.get(name)?.integrations ?? []) {
      tell(draft, telling, { receiver: name, integration }, context);
    }
  }
}

function tell(
  draft: AlertingDraft,
  { group, route, alerts, lanes }: Telling,
  { receiver, integration }: { readonly receiver: string; readonly integration: Integration },
  { nowMs, newId }: StepContext,
): void {
  const audible = alerts.filter((entry) => !entry.isMuted);
  const firing = fingerprints(audible.filter(({ isResolved }) => !isResolved));
  const resolved = fingerprints(audible.filter(({ isResolved }) => isResolved));
  const { repeatIntervalMs } = route;
  const { sendResolved } = integration;
  const key = notificationLogKey(group.id, integration.id);
  const isReminderMoot = isTakenUp(draft, group) || lanes.has(key);
  const last = draft.get('notificationLog', key);
  if (!needsTelling(last, { firing, resolved, sendResolved, repeatIntervalMs, nowMs, isReminderMoot })) return;
  const expiresMs = nowMs + Math.max(MIN_LOG_MS, 2 * repeatIntervalMs);
  draft.set('notificationLog', key, {
    groupId: group.id,
    integration: integration.id,
    firing,
    resolved,
    atMs: nowMs,
    expiresMs,
  });
  const told = sendResolved ? audible : audible.filter(({ isResolved }) => !isResolved);
  if (told.length === 0) return;
  const id = newId();
  const notification = {
    receiver,
    groupKey: group.id,
    groupLabels: group.groupLabels,
    status: firing.length > 0 ? 'firing' : 'resolved',
    alerts: told.map(toNotifiedAlert),
    incidentId: group.incidentId,
  } as const;
  draft.set('outbox', id, {
    id,
    integration: integration.id,
    type: integration.type,
    notification,
    createdMs: nowMs,
    sequence: lanes.add(key),
    failedAttempts: 0,
    nextAttemptMs: nowMs,
  });
}

function toNotifiedAlert({ alert, isResolved }: GroupAlert): NotifiedAlert {
  const { fingerprint, labels, annotations, startsAtMs, endsAtMs, generatorUrl } = alert;
  const common = { fingerprint, labels, annotations, startsAtMs, generatorUrl };
  return isResolved ? { ...common, status: 'resolved', endsAtMs } : { ...common, status: 'firing' };
}

function fingerprints(entries: readonly GroupAlert[]): readonly string[] {
  return entries.map(({ alert }) => alert.fingerprint);
}
