import type { Backend, ScheduledReport } from '@glasspane/core';
import type { ReactElement } from 'react';
import { Dialog } from '../panels/Dialog.tsx';
import { FormError } from '../panels/FormError.tsx';
import { useBackendMutation } from '../panels/useBackendMutation.ts';
import { reportsOf } from './reportsOf.ts';

/** Props of {@link DeleteReportDialog}. */
export interface DeleteReportDialogProps {
  readonly backend: Backend;
  readonly report: ScheduledReport;
  onClose(): void;
}

/** Asks before a report is deleted, and deletes it. */
export function DeleteReportDialog({ backend, report, onClose }: DeleteReportDialogProps): ReactElement {
  const { id, name } = report.schedule;
  const deletion = useBackendMutation<void, true>({
    backend,
    invalidates: ['reports'],
    run: async () => {
      await reportsOf(backend).delete(id);
      return true;
    },
  });
  const onDelete = async (): Promise<void> => {
    if ((await deletion.run()) === true) onClose();
  };
  return (
    <Dialog title={`Delete “${name}”?`} onClose={onClose}>
      <div className="gp-form">
        <p className="gp-report-question">
          Nobody gets it any more, and its history is gone. What is being sent is stopped.
        </p>
        <FormError title="The report was not deleted" error={deletion.error} />
        <div className="gp-form-actions">
          <button
            type="button"
            className="gp-button"
            data-variant="danger"
            disabled={deletion.isRunning}
            onClick={() => void onDelete()}
          >
            {deletion.isRunning ? 'Deleting …' : 'Delete report'}
          </button>
          <button type="button" className="gp-button" data-gp-focus onClick={onClose}>
            Keep it
          </button>
        </div>
      </div>
    </Dialog>
  );
}
