import type { Labels } from '@glasspane/promql/syntax';
import type { AlertSeverity } from '../alerting/AlertRule.ts';

/**
 * Where an incident stands: nobody has taken it up, somebody has, or it is over.
 *
 * @public
 */
export type IncidentStatus = 'triggered' | 'acknowledged' | 'resolved';

/**
 * One thing that happened to an incident.
 *
 * - `triggered`, `resolved`: by its alerts where `by` is left out, else by a person.
 * - `alertAdded`, `alertResolved`: `text` names the alert.
 * - `notified`: a channel, named in `text`, was told.
 * - `notificationFailed`: a channel could not be told; `text` says which and why.
 * - `assigned`: `text` is the person; empty when nobody is any more.
 * - `note`: `text` is what somebody wrote.
 *
 * @public
 */
export interface IncidentEvent {
  readonly type:
    | 'triggered'
    | 'acknowledged'
    | 'resolved'
    | 'assigned'
    | 'note'
    | 'alertAdded'
    | 'alertResolved'
    | 'notified'
    | 'notificationFailed';
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  /** Who did it; left out where nobody did. */
  readonly by?: string | undefined;
  readonly text?: string | undefined;
}

/**
 * An alert of an incident.
 *
 * @public
 */
export interface IncidentAlert {
  readonly fingerprint: string;
  readonly labels: Labels;
  readonly annotations: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly startsAtMs: number;
  /** Milliseconds since the epoch; left out while it fires. */
  readonly endsAtMs?: number | undefined;
}

/**
 * What people do about a group of alerts, from the first that fires to the last that is resolved.
 *
 * @public
 */
export interface Incident {
  readonly id: string;
  readonly title: string;
  /** The worst of its alerts. */
  readonly severity: AlertSeverity;
  readonly status: IncidentStatus;
  /** The labels that its alerts have in common because they are grouped by them. */
  readonly groupLabels: Labels;
  readonly alerts: readonly IncidentAlert[];
  /** Milliseconds since the epoch. */
  readonly triggeredMs: number;
  /** Milliseconds since the epoch; left out until somebody took it up. */
  readonly acknowledgedMs?: number | undefined;
  readonly acknowledgedBy?: string | undefined;
  /** Milliseconds since the epoch; left out until it is over. */
  readonly resolvedMs?: number | undefined;
  readonly assignee?: string | undefined;
  /** What happened, the oldest first. */
  readonly timeline: readonly IncidentEvent[];
}
