import type { ReportRun } from './ReportRun.ts';

/**
 * How long a report is tried.
 *
 * @public
 */
export interface ReportRetries {
  /** The most tries of one report. */
  readonly maxAttempts: number;
  /** How long after the first try that failed the second comes, in milliseconds; each later one waits twice as long. */
  readonly firstDelayMs: number;
  /** The longest wait, in milliseconds. */
  readonly maxDelayMs: number;
}

/**
 * What happens to a run of a report.
 *
 * @public
 */
export type ReportRunEvent =
  | { readonly type: 'begun' }
  | { readonly type: 'sent'; readonly sizeBytes: number }
  | {
      readonly type: 'failed';
      readonly error: string;
      /** Whether another try may help. */
      readonly isTemporary: boolean;
      readonly retries: ReportRetries;
    };

/**
 * Returns a run after something happened to it. One that is sent or has failed for good stays as it is.
 *
 * A try that has begun leaves the run due, so that one that was cut off is made again.
 *
 * @param nowMs - Milliseconds since the epoch.
 * @public
 */
export function advanceRun(run: ReportRun, event: ReportRunEvent, nowMs: number): ReportRun {
  if (run.status !== 'pending') return run;
  if (event.type === 'begun') return { ...run, attempts: run.attempts + 1, updatedMs: nowMs };
  const { nextAttemptMs: _, error: __, ...rest } = run;
  if (event.type === 'sent') return { ...rest, status: 'sent', updatedMs: nowMs, sizeBytes: event.sizeBytes };
  const { error, isTemporary, retries } = event;
  if (!isTemporary) return { ...rest, status: 'failed', updatedMs: nowMs, error };
  if (run.attempts >= retries.maxAttempts)
    return { ...rest, status: 'failed', updatedMs: nowMs, error: `Given up after ${run.attempts} tries: ${error}` };
  const delayMs = Math.min(retries.firstDelayMs * 2 ** Math.max(0, run.attempts - 1), retries.maxDelayMs);
  return { ...rest, updatedMs: nowMs, error, nextAttemptMs: nowMs + delayMs };
}
