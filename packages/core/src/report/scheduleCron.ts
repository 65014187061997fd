import type { CronFields } from './CronFields.ts';
import { parseCron } from './parseCron.ts';
import type { ReportSchedule } from './ReportSchedule.ts';

/**
 * What says when a schedule is due.
 *
 * @public
 */
export type ScheduleTiming = Pick<ReportSchedule, 'frequency' | 'cron' | 'timeOfDay' | 'timeZone'>;

/**
 * When a schedule is sent that does not say.
 *
 * @public
 */
export const defaultTimeOfDay: string = '08:00';

const days = { daily: '* * *', weekly: '* * 1', monthly: '1 * *' } as const;

/** Returns when a schedule is due, as a cron expression in its time zone. */
export function scheduleCron({ frequency, cron = '', timeOfDay = defaultTimeOfDay }: ScheduleTiming): CronFields {
  if (frequency === 'cron') return parseCron(cron);
  const [hour = '', minute = ''] = timeOfDay.split(':');
  return parseCron(`${minute} ${hour} ${days[frequency]}`);
}
