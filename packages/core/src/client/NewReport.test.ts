import { expect, it } from 'vitest';
import type { ReportSchedule } from '../report/ReportSchedule.ts';
import { changeReportSchedule, toNewReportSchedule } from './NewReport.ts';

const dashboard = { id: 'overview', name: 'System Overview' };
const recipients = ['team@example.com'];

it('a report needs no more than its recipients', () => {
  expect(toNewReportSchedule({ recipients }, dashboard)).toEqual({
    id: undefined,
    name: 'System Overview (daily)',
    dashboardId: 'overview',
    frequency: 'daily',
    format: 'pdf',
    timeZone: 'UTC',
    recipients,
  });
});

it('a cron expression says how often', () => {
  const report = { recipients, cron: '0 6 * * 1', timeZone: 'Europe/Berlin', timeRange: '7d', format: 'csv' } as const;
  expect(toNewReportSchedule(report, dashboard)).toMatchObject({
    name: 'System Overview (0 6 * * 1)',
    frequency: 'cron',
    cron: '0 6 * * 1',
    timeZone: 'Europe/Berlin',
    timeRange: { from: 'now-7d', to: 'now' },
    format: 'csv',
  });
});

it.each([
  ['nobody to send it to', { recipients: [] }],
  ['an address that is none', { recipients: ['team'] }],
  ['a time zone that is none', { recipients, timeZone: 'Moon/Base' }],
  ['a cron expression for a daily report', { recipients, frequency: 'daily', cron: '0 6 * * 1' } as const],
])('a report with %s is refused', (_, report) => {
  expect(() => toNewReportSchedule(report, dashboard)).toThrow(expect.objectContaining({ code: 'invalid' }));
});

it('a change replaces what it names, and the expression goes with its frequency', () => {
  const schedule: ReportSchedule = {
    id: 'r',
    name: 'Weekly',
    dashboardId: 'overview',
    frequency: 'cron',
    cron: '0 6 * * 1',
    timeZone: 'UTC',
    format: 'pdf',
    recipients,
  };
  expect(changeReportSchedule(schedule, { isPaused: true })).toEqual({ ...schedule, isPaused: true });
  const { cron: _, ...rest } = schedule;
  expect(changeReportSchedule(schedule, { frequency: 'weekly' })).toEqual({ ...rest, frequency: 'weekly' });
});
