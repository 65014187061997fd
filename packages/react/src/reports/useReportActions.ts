import type { Backend, ReportRun, ScheduledReport } from '@glasspane/core';
import { type UseBackendMutationResult, useBackendMutation } from '../panels/useBackendMutation.ts';
import { reportsOf } from './reportsOf.ts';

/** What can be done with a report in the list. */
export interface UseReportActionsResult {
  readonly sending: UseBackendMutationResult<void, ReportRun>;
  /** Pauses a report, and lets a paused one go on. */
  readonly pausing: UseBackendMutationResult<void, ScheduledReport>;
}

/** Sends a report, and pauses it. */
export function useReportActions(backend: Backend, { schedule }: ScheduledReport): UseReportActionsResult {
  const sending = useBackendMutation<void, ReportRun>({
    backend,
    invalidates: ['reports'],
    run: async () => reportsOf(backend).sendNow(schedule.id),
  });
  const pausing = useBackendMutation<void, ScheduledReport>({
    backend,
    invalidates: ['reports'],
    run: async () => reportsOf(backend).update({ ...schedule, isPaused: schedule.isPaused !== true }),
  });
  return { sending, pausing };
}
