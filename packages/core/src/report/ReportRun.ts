/**
 * One sending of a report.
 *
 * @public
 */
export interface ReportRun {
  readonly id: string;
  readonly scheduleId: string;
  /** The moment that it was due for; of one that somebody asked for, when that was. Milliseconds since the epoch. */
  readonly slotMs: number;
  /** Whether the schedule or a person asked for it. */
  readonly trigger: 'schedule' | 'manual';
  readonly status: 'pending' | 'sent' | 'failed';
  /** How often it was tried. */
  readonly attempts: number;
  /** When it was last tried, in milliseconds since the epoch. */
  readonly updatedMs: number;
  /** When it will be tried again, in milliseconds since the epoch; left out where it will not. */
  readonly nextAttemptMs?: number | undefined;
  /** Why the last try failed. */
  readonly error?: string | undefined;
  readonly recipients: readonly string[];
  /** The size of the file, in bytes, once it was made. */
  readonly sizeBytes?: number | undefined;
}
