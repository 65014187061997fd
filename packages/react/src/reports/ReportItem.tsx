import type { Backend, ScheduledReport } from '@glasspane/core';
import { describeSchedule } from '@glasspane/core/report';
import { type ReactElement, useId, useState } from 'react';
import { FormError } from '../panels/FormError.tsx';
import { usePanel } from '../panels/PanelContext.ts';
import { RelativeTime } from '../panels/RelativeTime.tsx';
import { formatSlot } from './formatSlot.ts';
import { ReportActions } from './ReportActions.tsx';
import { RunBadge } from './RunBadge.tsx';
import { RunError, RunHistory } from './RunHistory.tsx';
import { useReportActions } from './useReportActions.ts';

/** Props of {@link ReportItem}. */
export interface ReportItemProps {
  readonly backend: Backend;
  readonly report: ScheduledReport;
  readonly refreshIntervalMs: number | undefined;
  onEdit(report: ScheduledReport): void;
  onDelete(report: ScheduledReport): void;
}

/** One report: when it is due, how the last went, what can be done with it; and its history once it is opened. */
export function ReportItem({ backend, report, refreshIntervalMs, onEdit, onDelete }: ReportItemProps): ReactElement {
  const { headingLevel } = usePanel();
  const { schedule, lastRun } = report;
  const [isOpen, setIsOpen] = useState(false);
  const [titleId, historyId] = [useId(), useId()];
  const actions = useReportActions(backend, report);
  const Heading: `h${typeof headingLevel}` = `h${headingLevel}`;
  return (
    <li className="gp-report" aria-labelledby={titleId} data-paused={schedule.isPaused || undefined}>
      <div className="gp-report-head">
        <Heading id={titleId} className="gp-report-name">
          {schedule.name}
        </Heading>
        {schedule.isPaused === true && <span className="gp-report-mark">Paused</span>}
        <ReportActions
          report={report}
          actions={actions}
          isOpen={isOpen}
          historyId={historyId}
          onToggle={() => setIsOpen(!isOpen)}
          onEdit={() => onEdit(report)}
          onDelete={() => onDelete(report)}
        />
      </div>
      <p className="gp-report-when">
        {wordsOf(report)} · {schedule.format.toUpperCase()} to {listOf(schedule.recipients)}
      </p>
      <dl className="gp-report-facts">
        <div>
          <dt>Next</dt>
          <dd>
            <NextSlot report={report} />
          </dd>
        </div>
        <div>
          <dt>Last</dt>
          <dd>
            <span role="status">{lastRun === undefined ? 'Nothing sent yet' : <RunBadge run={lastRun} />}</span>
            {lastRun !== undefined && (
              <>
                {' '}
                <RelativeTime timeMs={lastRun.slotMs} style="short" />
              </>
            )}
          </dd>
        </div>
      </dl>
      {lastRun !== undefined && <RunError run={lastRun} />}
      <FormError title="The report was not sent" error={actions.sending.error} />
      <FormError title="The report was not changed" error={actions.pausing.error} />
      <div id={historyId} hidden={!isOpen} className="gp-report-history">
        {isOpen && (
          <RunHistory
            backend={backend}
            scheduleId={schedule.id}
            timeZone={schedule.timeZone}
            refreshIntervalMs={refreshIntervalMs}
          />
        )}
      </div>
    </li>
  );
}

function NextSlot({ report: { schedule, nextSlotMs } }: { readonly report: ScheduledReport }): ReactElement {
  const { locale } = usePanel();
  if (schedule.isPaused === true || nextSlotMs === undefined) return <>{schedule.isPaused ? 'Paused' : 'Never'}</>;
  return (
    <>
      {formatSlot(nextSlotMs, locale, schedule.timeZone)}{' '}
      <span className="gp-report-muted">
        (<RelativeTime timeMs={nextSlotMs} style="short" />)
      </span>
    </>
  );
}

/** A backend of another maker may have schedules that cannot be read here. */
function wordsOf({ schedule }: ScheduledReport): string {
  try {
    return describeSchedule(schedule);
  } catch {
    return `${schedule.cron ?? schedule.frequency} ${schedule.timeZone}`;
  }
}

function listOf(recipients: readonly string[]): string {
  const [first = 'nobody', ...more] = recipients;
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}
