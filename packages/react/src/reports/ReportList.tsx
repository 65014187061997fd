import type { Backend, ReportSchedule, ScheduledReport } from '@glasspane/core';
import { type ReactElement, useState } from 'react';
import { Dialog } from '../panels/Dialog.tsx';
import { Panel } from '../panels/Panel.tsx';
import { PanelIcon } from '../panels/PanelIcon.tsx';
import { PanelMessage } from '../panels/PanelMessage.tsx';
import type { PanelProps } from '../panels/PanelProps.ts';
import { PanelQuery } from '../panels/PanelQuery.tsx';
import { Icon } from '../provider/Icon.tsx';
import { DeleteReportDialog } from './DeleteReportDialog.tsx';
import { ReportForm } from './ReportForm.tsx';
import { ReportItem } from './ReportItem.tsx';
import { reportAdvice } from './reportsOf.ts';
import { useReports } from './useReports.ts';

/**
 * Props of {@link ReportList}.
 *
 * @public
 */
export interface ReportListProps extends PanelProps {
  /** Shows the reports of one dashboard only; a new one starts with it. */
  readonly dashboardId?: string | undefined;
}

/** What is open over the list. */
type Open =
  | { readonly type: 'edit'; readonly schedule: Partial<ReportSchedule> }
  | { readonly type: 'delete'; readonly report: ScheduledReport };

/**
 * Lists the reports that the backend sends by itself: when each is due, how the last went and what was sent before. They
 * are made, changed, paused, sent at once and deleted here. It needs no provider around it.
 *
 * @example
 * ```tsx
 * <ReportList backend={backend} />
 * ```
 * @public
 */
export function ReportList(props: ReportListProps): ReactElement {
  const { backend, dashboardId } = props;
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  const add = (): void => setOpen({ type: 'edit', schedule: dashboardId === undefined ? {} : { dashboardId } });
  return (
    <Panel
      {...props}
      label="Reports"
      needs={['reports']}
      advice={reportAdvice}
      className="gp-report-list"
      actions={
        <button type="button" className="gp-button" onClick={add}>
          <PanelIcon name="plus" />
          New report
        </button>
      }
    >
      <Reports backend={backend} dashboardId={dashboardId} onOpen={setOpen} onAdd={add} />
      {open?.type === 'edit' && (
        <Dialog title={open.schedule.id === undefined ? 'New report' : 'Edit report'} size="large" onClose={close}>
          <ReportForm backend={backend} schedule={open.schedule} onSaved={close} onCancel={close} />
        </Dialog>
      )}
      {open?.type === 'delete' && <DeleteReportDialog backend={backend} report={open.report} onClose={close} />}
    </Panel>
  );
}

interface ReportsProps {
  readonly backend: Backend;
  readonly dashboardId: string | undefined;
  onOpen(open: Open): void;
  onAdd(): void;
}

function Reports({ backend, dashboardId, onOpen, onAdd }: ReportsProps): ReactElement {
  const { query, refreshIntervalMs } = useReports(backend);
  return (
    <PanelQuery query={query} what="the reports">
      {(all) => {
        const reports = all.filter(({ schedule }) => dashboardId === undefined || schedule.dashboardId === dashboardId);
        const problems = new Set(reports.flatMap(({ problem }) => problem ?? []));
        if (reports.length === 0)
          return (
            <PanelMessage
              icon="calendar"
              tone="neutral"
              title="No reports yet"
              detail="A report sends a dashboard by email, every day, week or month, or as you like."
              action={{ label: 'Schedule the first one', onPress: onAdd }}
            />
          );
        return (
          <>
            {[...problems].map((problem) => (
              <div key={problem} className="gp-panel-note" data-tone="warning" role="status">
                <Icon name="warning" />
                <span>{problem}</span>
              </div>
            ))}
            <ul className="gp-reports">
              {reports.map((report) => (
                <ReportItem
                  key={report.schedule.id}
                  backend={backend}
                  report={report}
                  refreshIntervalMs={refreshIntervalMs}
                  onEdit={({ schedule }) => onOpen({ type: 'edit', schedule })}
                  onDelete={(deleted) => onOpen({ type: 'delete', report: deleted })}
                />
              ))}
            </ul>
          </>
        );
      }}
    </PanelQuery>
  );
}
