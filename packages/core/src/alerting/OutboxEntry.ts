import type { Notification } from './Notification.ts';

/**
 * A notification that nobody has taken yet.
 *
 * @public
 */
export interface OutboxEntry {
  /** Its idempotency key: the same for every attempt, whatever happens in between. */
  readonly id: string;
  /** The id of the integration that sends it. */
  readonly integration: string;
  /** What it sends: `email`, `slack`, `webhook`. */
  readonly type: string;
  readonly notification: Notification;
  /** Milliseconds since the epoch. */
  readonly createdMs: number;
  /** Counts the notifications of a server, so that those of a group are sent in order. */
  readonly sequence: number;
  /** How many attempts failed. */
  readonly failedAttempts: number;
  /** When the next one is made, in milliseconds since the epoch. */
  readonly nextAttemptMs: number;
  /** Why the last one failed. */
  readonly lastError?: string | undefined;
}
