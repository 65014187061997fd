import type { Incident } from '../incident/Incident.ts';
import type { AlertGroup } from './AlertGroup.ts';
import type { NotificationLogEntry } from './notificationLog.ts';
import type { OutboxEntry } from './OutboxEntry.ts';
import type { StoredAlert } from './StoredAlert.ts';
import type { StoredSilence } from './silences.ts';

/** What is known of alerts and of who was told, by collection and id. */
export interface AlertingCollections {
  readonly alerts: StoredAlert;
  readonly alertGroups: AlertGroup;
  readonly silences: StoredSilence;
  readonly notificationLog: NotificationLogEntry;
  readonly outbox: OutboxEntry;
  readonly incidents: Incident;
}

/**
 * All that the alerting machines know. It is plain data: what was changed is told with each step, so that it can be
 * written down before anything follows from it.
 *
 * @public
 */
export type AlertingState = {
  readonly [TName in keyof AlertingCollections]: ReadonlyMap<string, AlertingCollections[TName]>;
};

/**
 * The change of one entry. Left out `value`: it is gone.
 *
 * @public
 */
export interface AlertingChange {
  readonly collection: keyof AlertingCollections;
  readonly id: string;
  readonly value?: unknown;
}

/**
 * What a step of the machines gives: the state after it, and what has to be written down for it to hold. That an alert
 * goes on and that a group was looked at is in the state only: a new start does without.
 *
 * @public
 */
export interface AlertingStep {
  readonly state: AlertingState;
  readonly changes: readonly AlertingChange[];
}

/**
 * Returns the state in which nothing has happened yet.
 *
 * @public
 */
export function emptyAlertingState(): AlertingState {
  return {
    alerts: new Map(),
    alertGroups: new Map(),
    silences: new Map(),
    notificationLog: new Map(),
    outbox: new Map(),
    incidents: new Map(),
  };
}
