import type { Backend, ReportSchedule, ScheduledReport } from '@glasspane/core';
import { useState } from 'react';
import { usePanel } from '../panels/PanelContext.ts';
import { type UseBackendMutationResult, useBackendMutation } from '../panels/useBackendMutation.ts';
import { useIsServerRendered } from '../provider/useIsServerRendered.ts';
import { type ReportDraft, type ReportFaults, readDraft, toDraft } from './reportDraft.ts';
import { reportsOf } from './reportsOf.ts';

/** Options of {@link useReportForm}. */
export interface UseReportFormOptions {
  readonly backend: Backend;
  /** What is edited, or what a new report starts with. */
  readonly schedule: Partial<ReportSchedule>;
}

/** The state of a form that schedules a report. */
export interface UseReportFormResult {
  readonly draft: ReportDraft;
  /** Empty until it was submitted once. */
  readonly faults: ReportFaults;
  readonly saving: Pick<UseBackendMutationResult<never, ScheduledReport>, 'isRunning' | 'error'>;
  edit(change: Partial<ReportDraft>): void;
  /** Resolves with the report as it was saved, or with nothing. */
  submit(): Promise<ScheduledReport | undefined>;
}

/** Holds a report schedule until it is right and saved. */
export function useReportForm({ backend, schedule }: UseReportFormOptions): UseReportFormResult {
  const { timeZone } = usePanel();
  // A server does not know the zone of who will look.
  const isServerRendered = useIsServerRendered();
  const [edits, setEdits] = useState<Partial<ReportDraft>>({});
  const draft = { ...toDraft(schedule, timeZone ?? (isServerRendered ? 'UTC' : localTimeZone())), ...edits };
  const [isChecked, setIsChecked] = useState(false);
  const saving = useBackendMutation({
    backend,
    invalidates: ['reports'],
    run: () => {
      const result = readDraft(draft, schedule);
      if ('faults' in result) return Promise.reject(new Error('The form has faults.'));
      const { id, ...rest } = result.schedule;
      const reports = reportsOf(backend);
      return id === undefined ? reports.create(rest) : reports.update({ ...rest, id });
    },
  });
  const read = readDraft(draft, schedule);
  const faults = 'faults' in read ? read.faults : {};
  return {
    draft,
    faults: isChecked ? faults : {},
    saving,
    edit(change) {
      setEdits({ ...edits, ...change });
      saving.reset();
    },
    async submit() {
      setIsChecked(true);
      return 'faults' in read ? undefined : saving.run(undefined);
    },
  };
}

function localTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
