import type { NewReportSchedule } from '../backend/ReportStore.ts';
import { parseReportSchedule } from '../report/parseReportSchedule.ts';
import type { ReportSchedule } from '../report/ReportSchedule.ts';
import type { TimeRange } from '../timeRange/TimeRange.ts';
import { toTimeRange } from './toTimeRange.ts';

/**
 * A scheduled report as a program writes it down: only what it must say; the client adds the rest.
 *
 * @public
 */
export interface NewReport
  extends Pick<ReportSchedule, 'recipients'>,
    Partial<Omit<ReportSchedule, 'recipients' | 'dashboardId' | 'timeRange'>> {
  /** A duration up to the moment of sending such as `24h`, or a time range. @defaultValue the dashboard's */
  readonly timeRange?: TimeRange | string | undefined;
}

/**
 * What changes of a scheduled report; what is left out stays as it is.
 *
 * @public
 */
export type ReportChanges = Partial<Omit<NewReport, 'id'>>;

/** @throws {@link InvalidDocumentError} When it is no schedule. */
export function toNewReportSchedule(
  report: NewReport,
  dashboard: { readonly id: string; readonly name: string },
): NewReportSchedule {
  const { frequency = report.cron === undefined ? 'daily' : 'cron', timeRange, ...rest } = report;
  const parsed = parseReportSchedule({
    name: `${dashboard.name} (${frequency === 'cron' ? report.cron : frequency})`,
    format: 'pdf',
    timeZone: 'UTC',
    ...rest,
    frequency,
    dashboardId: dashboard.id,
    id: report.id ?? 'new',
    ...(timeRange === undefined ? {} : { timeRange: toTimeRange(timeRange) }),
  });
  return { ...parsed, id: report.id };
}

/** @throws {@link InvalidDocumentError} When it is no schedule any more. */
export function changeReportSchedule(schedule: ReportSchedule, changes: ReportChanges): ReportSchedule {
  const { timeRange, ...rest } = changes;
  return parseReportSchedule({
    ...schedule,
    // The expression of the old frequency says nothing of the new one.
    ...(rest.frequency !== undefined && rest.frequency !== 'cron' ? { cron: undefined } : {}),
    ...rest,
    id: schedule.id,
    ...(timeRange === undefined ? {} : { timeRange: toTimeRange(timeRange) }),
  });
}
