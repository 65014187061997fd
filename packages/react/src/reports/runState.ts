import type { ReportRun } from '@glasspane/core';

/** Where a run stands, as people see it. */
export type RunState = 'sent' | 'failed' | 'sending' | 'waiting' | 'skipped';

/** Returns where a run stands at a moment. */
export function runState({ status, attempts, nextAttemptMs }: ReportRun, nowMs: number): RunState {
  if (status === 'sent') return 'sent';
  if (status === 'failed') return attempts === 0 ? 'skipped' : 'failed';
  return nextAttemptMs !== undefined && nextAttemptMs > nowMs ? 'waiting' : 'sending';
}
