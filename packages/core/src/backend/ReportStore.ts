import type { ReportRun } from '../report/ReportRun.ts';
import type { ReportSchedule } from '../report/ReportSchedule.ts';

/**
 * A schedule to be made; without an id, the backend gives it one.
 *
 * @public
 */
export type NewReportSchedule = Omit<ReportSchedule, 'id'> & { readonly id?: string | undefined };

/**
 * A schedule, and when it is next due.
 *
 * @public
 */
export interface ScheduledReport {
  readonly schedule: ReportSchedule;
  /** Milliseconds since the epoch; left out while it is paused. */
  readonly nextSlotMs?: number | undefined;
  readonly lastRun?: ReportRun | undefined;
  /** Why it cannot be sent as things are, and what to do: mail is not set up, say. */
  readonly problem?: string | undefined;
}

/**
 * Reports that the backend sends by itself.
 *
 * @public
 */
export interface ReportStore {
  /** Returns all schedules, by name. */
  list(signal?: AbortSignal): Promise<readonly ScheduledReport[]>;
  get(id: string, signal?: AbortSignal): Promise<ScheduledReport>;
  create(schedule: NewReportSchedule, signal?: AbortSignal): Promise<ScheduledReport>;
  /** Replaces the schedule of that id. */
  update(schedule: ReportSchedule, signal?: AbortSignal): Promise<ScheduledReport>;
  delete(id: string, signal?: AbortSignal): Promise<void>;
  /** Returns what was sent for a schedule, the newest first. */
  runs(id: string, signal?: AbortSignal): Promise<readonly ReportRun[]>;
  /** Sends the report now, besides its schedule, and returns the run once it is accepted. */
  sendNow(id: string, signal?: AbortSignal): Promise<ReportRun>;
}
