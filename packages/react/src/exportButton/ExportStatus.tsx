import type { ReactElement } from 'react';
import { Icon } from '../provider/Icon.tsx';
import { describeProgress, shareDone } from './describeProgress.ts';
import type { ExportState } from './useExport.ts';

interface ExportStatusProps {
  readonly state: Exclude<ExportState, { readonly status: 'idle' }>;
  onCancel(): void;
  onRetry(): void;
}

/** What stands in place of the menu while an export runs, and after it. */
export function ExportStatus({ state, onCancel, onRetry }: ExportStatusProps): ReactElement {
  switch (state.status) {
    case 'running':
      return (
        <div className="gp-export-status">
          <p className="gp-export-line">{describeProgress(state.progress)}</p>
          <progress
            className="gp-export-progress"
            aria-label={`Exporting as ${state.format.toUpperCase()}`}
            value={shareDone(state.progress)}
            max={1}
          />
          <button type="button" className="gp-button" data-size="small" data-gp-focus onClick={onCancel}>
            Cancel
          </button>
        </div>
      );
    case 'failed':
      return (
        <div className="gp-export-status" role="alert">
          <p className="gp-export-line gp-export-failure">
            <Icon name="error" /> The export failed
          </p>
          <p className="gp-export-line">{state.error.message}</p>
          <div className="gp-export-actions">
            <button type="button" className="gp-button" data-size="small" data-gp-focus onClick={onRetry}>
              Try again
            </button>
            <button type="button" className="gp-button" data-size="small" onClick={onCancel}>
              Close
            </button>
          </div>
        </div>
      );
    case 'done':
      return (
        <div className="gp-export-status">
          <p className="gp-export-line">Exported {state.fileName}</p>
          {state.notice !== undefined && (
            <p className="gp-export-line gp-export-notice">
              <Icon name="warning" /> {state.notice}
            </p>
          )}
          <button type="button" className="gp-button" data-size="small" data-gp-focus onClick={onCancel}>
            Close
          </button>
        </div>
      );
  }
}
