import { reduceIncident } from '../incident/reduceIncident.ts';
import { AlertingDraft } from './AlertingDraft.ts';
import type { AlertingState, AlertingStep } from './AlertingState.ts';
import { isTakenUp } from './isTakenUp.ts';
import type { OutboxEntry } from './OutboxEntry.ts';

const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 60_000;
/** What could not be told for so long is given up; the group's next look makes a new notification of what holds then. */
const GIVE_UP_AFTER_MS = 3_600_000;

/**
 * How an attempt to send a notification ended.
 *
 * @public
 */
export type DeliveryOutcome =
  | {
      readonly type: 'delivered';
      /** Whom it did not reach, and why. */
      readonly warning?: string | undefined;
    }
  | {
      readonly type: 'failed';
      readonly error: string;
      /** Whether another attempt would end the same way. */
      readonly isFinal: boolean;
      /** How long the receiver asks to wait, in milliseconds. */
      readonly retryAfterMs?: number | undefined;
    };

/**
 * Returns the notifications that wait, of each group and integration the oldest, the next to be sent first.
 *
 * @public
 */
export function nextDeliveries(state: AlertingState): readonly OutboxEntry[] {
  const heads = new Map<string, OutboxEntry>();
  for (const entry of state.outbox.values()) {
    const lane = laneOf(entry);
    const head = heads.get(lane);
    if (head === undefined || entry.sequence < head.sequence) heads.set(lane, entry);
  }
  return [...heads.values()].sort((a, b) => a.nextAttemptMs - b.nextAttemptMs || a.sequence - b.sequence);
}

/**
 * Returns when a notification may be sent, in milliseconds since the epoch. One from a time to come, or that would wait
 * longer than any does, was made before the clock was set back, and may be sent now.
 *
 * @public
 */
export function deliveryDueMs({ createdMs, nextAttemptMs }: OutboxEntry, nowMs: number): number {
  return createdMs > nowMs || nextAttemptMs - nowMs > GIVE_UP_AFTER_MS ? nowMs : nextAttemptMs;
}

/** What tells the notifications apart that must follow each other: where the log keeps what was told of them. */
export function laneOf({ integration, notification }: Pick<OutboxEntry, 'integration' | 'notification'>): string {
  return notificationLogKey(notification.groupKey, integration);
}

/** Returns where the log keeps what a group was told through an integration. */
export function notificationLogKey(groupId: string, integration: string): string {
  return JSON.stringify([groupId, integration]);
}

/**
 * Notes how an attempt ended: the notification is done with, or waits for the next attempt, twice as long as for the
 * last one.
 *
 * @public
 */
export function recordDelivery(
  state: AlertingState,
  id: string,
  outcome: DeliveryOutcome,
  nowMs: number,
): AlertingStep {
  const draft = new AlertingDraft(state);
  const entry = state.outbox.get(id);
  if (entry === undefined) return draft.finish();
  if (outcome.type === 'delivered') {
    draft.delete('outbox', id);
    const key = laneOf(entry);
    const log = draft.get('notificationLog', key);
    // What was told late is repeated late; but not what has been told since.
    if (log !== undefined && !hasSuccessor(state, entry)) draft.set('notificationLog', key, { ...log, atMs: nowMs });
    noteOnIncident(draft, entry, nowMs);
    if (outcome.warning !== undefined) noteOnIncident(draft, entry, nowMs, outcome.warning);
    return draft.finish();
  }
  const isOverdue = nowMs - entry.createdMs >= GIVE_UP_AFTER_MS;
  if (!outcome.isFinal && !isOverdue) {
    const pauseMs = Math.max(pauseOf(entry.failedAttempts), Math.min(outcome.retryAfterMs ?? 0, GIVE_UP_AFTER_MS));
    const failedAttempts = entry.failedAttempts + 1;
    draft.set('outbox', id, { ...entry, failedAttempts, nextAttemptMs: nowMs + pauseMs, lastError: outcome.error });
    return draft.finish();
  }
  draft.delete('outbox', id);
  // As in Alertmanager: what nobody took was not told, so that the group's next look tells what holds then; unless
  // somebody is at it by now.
  if (!hasSuccessor(state, entry) && !isTakenUp(draft, entry.notification)) {
    draft.delete('notificationLog', laneOf(entry));
  }
  noteOnIncident(draft, entry, nowMs, outcome.error);
  return draft.finish();
}

function pauseOf(failedAttempts: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failedAttempts, 20), MAX_PAUSE_MS);
}

function hasSuccessor(state: AlertingState, entry: OutboxEntry): boolean {
  const { groupKey } = entry.notification;
  for (const other of state.outbox.values()) {
    const isOfLane = other.integration === entry.integration && other.notification.groupKey === groupKey;
    if (isOfLane && other.id !== entry.id) return true;
  }
  return false;
}

function noteOnIncident(draft: AlertingDraft, entry: OutboxEntry, atMs: number, error?: string): void {
  const { incidentId } = entry.notification;
  const incident = incidentId === undefined ? undefined : draft.get('incidents', incidentId);
  if (incident === undefined) return;
  const { receiver } = entry.notification;
  const channel = receiver === entry.type ? receiver : `${receiver} (${entry.type})`;
  const action =
    error === undefined
      ? ({ type: 'notified', text: channel } as const)
      : ({ type: 'notificationFailed', text: `${channel}: ${error}` } as const);
  draft.set('incidents', incident.id, reduceIncident(incident, action, atMs));
}
