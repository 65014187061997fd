import type { ReportSchedule, ScheduledReport } from '@glasspane/core';
import { type ReactElement, useState } from 'react';
import { Panel } from '../panels/Panel.tsx';
import { PanelMessage } from '../panels/PanelMessage.tsx';
import type { PanelProps } from '../panels/PanelProps.ts';
import { ReportForm } from './ReportForm.tsx';
import { reportAdvice } from './reportsOf.ts';

/**
 * Props of {@link ReportScheduleEditor}.
 *
 * @public
 */
export interface ReportScheduleEditorProps extends PanelProps {
  /** The schedule to edit. Without an id: what a new one starts with, such as its dashboard. */
  readonly schedule?: Partial<ReportSchedule> | undefined;
  /** Hears of the report once the backend has it. */
  readonly onSaved?: ((report: ScheduledReport) => void) | undefined;
  /** Shows a button that gives up. */
  readonly onCancel?: (() => void) | undefined;
}

const nothing: Partial<ReportSchedule> = {};

/**
 * Schedules a report: when it is sent, of which dashboard, in which form and to whom. It needs no provider around it.
 *
 * @example
 * ```tsx
 * <ReportScheduleEditor backend={backend} schedule={{ dashboardId: 'sales' }} onSaved={close} />
 * ```
 * @public
 */
export function ReportScheduleEditor(props: ReportScheduleEditorProps): ReactElement {
  const { backend, schedule = nothing, onSaved, onCancel } = props;
  const [saved, setSaved] = useState<ScheduledReport>();
  const [isDone, setIsDone] = useState(false);
  const current = saved?.schedule ?? schedule;
  return (
    <Panel
      {...props}
      label={current.id === undefined ? 'Schedule a report' : 'Edit the report'}
      needs={['reports']}
      advice={reportAdvice}
      className="gp-report-editor"
    >
      <div className="gp-report-form">
        {saved === undefined || !isDone ? (
          <ReportForm
            key={current.id}
            backend={backend}
            schedule={current}
            onCancel={onCancel}
            onSaved={(report) => {
              setSaved(report);
              setIsDone(true);
              onSaved?.(report);
            }}
          />
        ) : (
          <div role="status">
            <PanelMessage
              icon="calendar"
              tone={saved.problem === undefined ? 'good' : 'neutral'}
              title={`“${saved.schedule.name}” is scheduled`}
              detail={saved.problem}
              action={{ label: 'Edit it again', onPress: () => setIsDone(false) }}
            />
          </div>
        )}
      </div>
    </Panel>
  );
}
