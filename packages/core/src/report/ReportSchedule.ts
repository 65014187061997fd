import type { TimeRange } from '../timeRange/TimeRange.ts';
import type { VariableValues } from '../variables/Variable.ts';

/**
 * How often a report is sent. Weekly ones go out on Monday, monthly ones on the first day; `cron` follows the schedule's
 * own expression.
 *
 * @public
 */
export type ReportFrequency = 'daily' | 'weekly' | 'monthly' | 'cron';

/**
 * The file that a report carries.
 *
 * @public
 */
export type ReportFormat = 'pdf' | 'png' | 'csv' | 'json';

/**
 * A report of a dashboard that is sent again and again.
 *
 * @public
 */
export interface ReportSchedule {
  readonly id: string;
  readonly name: string;
  readonly dashboardId: string;
  readonly frequency: ReportFrequency;
  /** Five fields, as in crontab; where the frequency is `cron`, and only there. */
  readonly cron?: string | undefined;
  /** When it is sent, as `HH:MM` in {@link timeZone}. Left out: 08:00. Not used with `cron`. */
  readonly timeOfDay?: string | undefined;
  /** An IANA name. */
  readonly timeZone: string;
  readonly format: ReportFormat;
  /** Email addresses; at least one. */
  readonly recipients: readonly string[];
  /** Left out: the dashboard's. */
  readonly timeRange?: TimeRange | undefined;
  /** The values of the dashboard's variables. Left out: their defaults. */
  readonly variables?: VariableValues | undefined;
  /** Keeps the schedule without sending. */
  readonly isPaused?: boolean | undefined;
}
