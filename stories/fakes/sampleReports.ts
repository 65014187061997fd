import type { ReportRun, ReportSchedule } from '@glasspane/core';
import { slotsBetween } from '@glasspane/core/report';

const timeZone = 'Europe/Berlin';
const dayMs = 86_400_000;

export const sampleSchedules: readonly ReportSchedule[] = [
  {
    id: 'sales',
    name: 'Sales of yesterday',
    dashboardId: 'sales',
    frequency: 'daily',
    timeOfDay: '07:30',
    timeZone,
    format: 'pdf',
    recipients: ['board@example.com', 'ada@example.com', 'grace@example.com'],
    timeRange: { from: 'now-1d/d', to: 'now-1d/d' },
  },
  {
    id: 'costs',
    name: 'Token costs',
    dashboardId: 'llm-costs',
    frequency: 'monthly',
    timeZone,
    format: 'csv',
    recipients: ['finance@example.com'],
  },
  {
    id: 'agents',
    name: 'Agents during office hours',
    dashboardId: 'agents',
    frequency: 'cron',
    cron: '0 9-17/4 * * mon-fri',
    timeZone,
    format: 'png',
    recipients: ['agents@example.com'],
  },
  {
    id: 'old',
    name: 'Weekly review',
    dashboardId: 'sales',
    frequency: 'weekly',
    timeZone,
    format: 'pdf',
    recipients: ['team@example.com'],
    isPaused: true,
  },
];

/** Returns what was sent of the reports up to a moment. */
export function sampleRuns(nowMs: number): readonly ReportRun[] {
  const [sales, costs, agents] = sampleSchedules;
  if (sales === undefined || costs === undefined || agents === undefined) return [];
  const runs = slotsBetween(sales, { afterMs: nowMs - 40 * dayMs, untilMs: nowMs, limit: 14 }).map(
    (slotMs, index): ReportRun => ({
      ...base(sales, slotMs),
      status: index === 9 ? 'failed' : 'sent',
      attempts: index === 9 ? 12 : 1,
      ...(index === 9
        ? { error: 'Given up after 12 tries: mail.example.com:587 does not answer.' }
        : { sizeBytes: 180_000 + 1700 * index }),
    }),
  );
  return [
    ...runs,
    {
      ...base(costs, nowMs - 30 * dayMs),
      status: 'failed',
      error: 'The dashboard "llm-costs" does not exist; choose another one for this report, or delete the report.',
    },
    {
      ...base(agents, nowMs - 120_000),
      status: 'pending',
      attempts: 2,
      error: 'mail.example.com:587 does not answer.',
      nextAttemptMs: nowMs + 60_000,
    },
    {
      ...base(agents, nowMs - 4 * 3_600_000),
      status: 'failed',
      attempts: 0,
      error: 'Skipped: the server was not running when it was due; of several missed reports only the latest is sent.',
    },
  ];
}

function base({ id, recipients }: ReportSchedule, slotMs: number): ReportRun {
  return {
    id: `${id}@${slotMs}`,
    scheduleId: id,
    slotMs,
    trigger: 'schedule',
    status: 'sent',
    attempts: 1,
    updatedMs: slotMs,
    recipients,
  };
}
