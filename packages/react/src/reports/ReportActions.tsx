import type { ScheduledReport } from '@glasspane/core';
import type { ReactElement } from 'react';
import { usePanel } from '../panels/PanelContext.ts';
import { PanelIcon } from '../panels/PanelIcon.tsx';
import { Icon } from '../provider/Icon.tsx';
import { runState } from './runState.ts';
import type { UseReportActionsResult } from './useReportActions.ts';

/** Props of {@link ReportActions}. */
export interface ReportActionsProps {
  readonly report: ScheduledReport;
  readonly actions: UseReportActionsResult;
  /** Whether the history shows. */
  readonly isOpen: boolean;
  readonly historyId: string;
  onToggle(): void;
  onEdit(): void;
  onDelete(): void;
}

/** The buttons of one report. */
export function ReportActions(props: ReportActionsProps): ReactElement {
  const { clock } = usePanel();
  const { report, actions, isOpen } = props;
  const { schedule, lastRun } = report;
  const isPaused = schedule.isPaused === true;
  const isSending =
    actions.sending.isRunning || (lastRun !== undefined && runState(lastRun, clock.now()) === 'sending');
  const pauseLabel = isPaused ? 'Resume' : 'Pause';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a form's, and this is no form
    <div className="gp-report-actions" role="group" aria-label={`Report “${schedule.name}”`}>
      <button
        type="button"
        className="gp-button"
        data-size="small"
        aria-disabled={isSending}
        onClick={() => !isSending && void actions.sending.run()}
      >
        {isSending ? 'Sending …' : 'Send now'}
      </button>
      <button
        type="button"
        className="gp-button"
        data-size="small"
        aria-expanded={isOpen}
        aria-controls={props.historyId}
        onClick={props.onToggle}
      >
        History
      </button>
      <button
        type="button"
        className="gp-icon-button"
        aria-label={pauseLabel}
        title={pauseLabel}
        onClick={() => void actions.pausing.run()}
      >
        <Icon name={isPaused ? 'play' : 'pause'} />
      </button>
      <button type="button" className="gp-icon-button" aria-label="Edit" title="Edit" onClick={props.onEdit}>
        <PanelIcon name="edit" />
      </button>
      <button type="button" className="gp-icon-button" aria-label="Delete" title="Delete" onClick={props.onDelete}>
        <PanelIcon name="trash" />
      </button>
    </div>
  );
}
