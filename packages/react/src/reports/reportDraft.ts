import {
  InvalidDocumentError,
  type NewReportSchedule,
  quickTimeRanges,
  type ReportFormat,
  type ReportFrequency,
  type ReportSchedule,
} from '@glasspane/core';
import { defaultTimeOfDay, parseReportSchedule, type ScheduleTiming } from '@glasspane/core/report';

/** What somebody writes to schedule a report. */
export interface ReportDraft {
  readonly name: string;
  readonly dashboardId: string;
  readonly frequency: ReportFrequency;
  readonly timeOfDay: string;
  readonly cron: string;
  readonly timeZone: string;
  /** The key of a {@link rangeChoices | choice}. */
  readonly timeRange: string;
  readonly format: ReportFormat;
  /** Addresses, with commas, semicolons or lines between them. */
  readonly recipients: string;
}

/** What is wrong, by field. */
export type ReportFaults = Partial<Readonly<Record<keyof ReportDraft, string>>>;

const ofDashboard = 'dashboard';

/** Returns the time ranges on offer; one that a schedule has and that is none of the usual ones is one of them. */
export function rangeChoices(schedule: Partial<ReportSchedule>): readonly (readonly [key: string, text: string])[] {
  const usual = quickTimeRanges.map((range) => [rangeKey(range), range.label] as const);
  const own = rangeKey(schedule.timeRange);
  const isUsual = own === ofDashboard || usual.some(([key]) => key === own);
  const { from = '', to = '' } = schedule.timeRange ?? {};
  return [[ofDashboard, 'As on the dashboard'], ...(isUsual ? [] : [[own, `${from} – ${to}`] as const]), ...usual];
}

/** Returns the draft that a form starts with. */
export function toDraft(schedule: Partial<ReportSchedule>, timeZone: string): ReportDraft {
  return {
    name: schedule.name ?? '',
    dashboardId: schedule.dashboardId ?? '',
    frequency: schedule.frequency ?? 'daily',
    timeOfDay: schedule.timeOfDay ?? defaultTimeOfDay,
    cron: schedule.cron ?? '0 8 * * mon-fri',
    timeZone: schedule.timeZone ?? timeZone,
    timeRange: rangeKey(schedule.timeRange),
    format: schedule.format ?? 'pdf',
    recipients: (schedule.recipients ?? []).join(', '),
  };
}

/** Returns when a draft would be due. */
export function timingOf({ frequency, cron, timeOfDay, timeZone }: ReportDraft): ScheduleTiming {
  const timing = { frequency, timeZone: timeZone.trim() };
  return frequency === 'cron' ? { ...timing, cron: cron.trim().replace(/\s+/g, ' ') } : { ...timing, timeOfDay };
}

/** Returns the schedule that a draft describes, or what is wrong with it. */
export function readDraft(
  draft: ReportDraft,
  base: Partial<ReportSchedule>,
): { readonly schedule: NewReportSchedule } | { readonly faults: ReportFaults } {
  const { cron: _, timeOfDay: __, timeRange: ___, ...kept } = base;
  const recipients = draft.recipients.split(/[,;\s]+/).filter((address) => address !== '');
  const document = {
    ...kept,
    name: draft.name.trim(),
    dashboardId: draft.dashboardId.trim(),
    ...timingOf(draft),
    format: draft.format,
    recipients,
    ...(draft.timeRange === ofDashboard ? {} : { timeRange: JSON.parse(draft.timeRange) }),
  };
  try {
    const { id, ...schedule } = parseReportSchedule({ ...document, id: base.id ?? 'new' });
    return { schedule: base.id === undefined ? schedule : { ...schedule, id } };
  } catch (error) {
    if (error instanceof InvalidDocumentError) return { faults: toFaults(error, recipients) };
    throw error;
  }
}

const missing: ReportFaults = {
  name: 'Give the report a name.',
  dashboardId: 'Choose a dashboard.',
  timeOfDay: 'Write a time of the day, such as 08:30.',
  recipients: 'Give at least one email address.',
};

function toFaults({ issues }: InvalidDocumentError, recipients: readonly string[]): ReportFaults {
  const faults: Partial<Record<keyof ReportDraft, string>> = {};
  for (const { path, message } of [...issues].reverse()) {
    const [field = '', index] = path.split(/[[\].]+/);
    const key = field as keyof ReportDraft;
    const address = field === 'recipients' ? recipients[Number(index)] : undefined;
    const text = address === undefined ? (missing[key] ?? message) : `“${address}” is not an email address.`;
    faults[key] = text.charAt(0).toUpperCase() + text.slice(1);
  }
  return faults;
}

function rangeKey(range: ReportSchedule['timeRange']): string {
  return range === undefined ? ofDashboard : JSON.stringify({ from: range.from, to: range.to });
}
