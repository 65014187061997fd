import { randomUUID } from 'node:crypto';
import {
  type Clock,
  GlasspaneError,
  type ReportRun,
  type ReportSchedule,
  type ReportStore,
  type ScheduledReport,
  toGlasspaneError,
} from '@glasspane/core';
import type { ReportDocuments, StoredSchedule } from './ReportDocuments.ts';
import type { ReportQueue } from './ReportQueue.ts';
import { nextSlotOf, type ReportScheduler } from './ReportScheduler.ts';
import type { ReportSender } from './ReportSender.ts';

/** What a store of reports stands on. */
export interface ReportStoreOptions {
  readonly reports: ReportDocuments;
  readonly scheduler: ReportScheduler;
  readonly queue: ReportQueue;
  readonly sender: ReportSender;
  readonly clock: Clock;
}

const MAX_ATTEMPTS = 10;

type ServerReportStore = Omit<ReportStore, 'create'> & {
  create(schedule: ReportSchedule): Promise<ScheduledReport>;
};

/** Makes the reports of the server as its API offers them. What changes is seen by the scheduler at once. */
export function createReportStore(options: ReportStoreOptions): ServerReportStore {
  const { reports, scheduler, queue, sender, clock } = options;
  const toScheduled = (stored: StoredSchedule, lastRun: ReportRun | undefined): ScheduledReport => ({
    schedule: stored.schedule,
    lastRun,
    problem: sender.problem,
    ...timingOf(stored),
  });
  const get = (id: string): ScheduledReport => toScheduled(reports.schedule(id).value, reports.runs(id)[0]);

  return {
    async list() {
      const lastRuns = reports.lastRuns();
      return reports
        .schedules()
        .map(({ id, value }) => toScheduled(value, lastRuns.get(id)))
        .sort((a, b) => a.schedule.name.localeCompare(b.schedule.name, 'en'));
    },
    get: async (id) => get(id),
    async create(schedule) {
      await reports.add(schedule, clock.now());
      void scheduler.wake();
      return get(schedule.id);
    },
    async update(schedule) {
      // What was due before the change is due still; what the new times would have been is not.
      await scheduler.wake();
      await untilUndisturbed(() => {
        const document = reports.schedule(schedule.id);
        const afterMs = isSameTiming(document.value.schedule, schedule) ? document.value.afterMs : clock.now();
        return reports.replace(document, { ...document.value, schedule, afterMs });
      });
      void scheduler.wake();
      return get(schedule.id);
    },
    async delete(id) {
      await untilUndisturbed(() => reports.remove(id));
      queue.cancel(id);
    },
    async runs(id) {
      reports.schedule(id);
      return reports.runs(id);
    },
    async sendNow(id) {
      const { recipients } = reports.schedule(id).value.schedule;
      if (sender.problem !== undefined) throw new GlasspaneError('unsupported', sender.problem);
      const nowMs = clock.now();
      const run: ReportRun = {
        id: `${id}@${nowMs}-${randomUUID()}`,
        scheduleId: id,
        slotMs: nowMs,
        trigger: 'manual',
        status: 'pending',
        attempts: 0,
        updatedMs: nowMs,
        nextAttemptMs: nowMs,
        recipients,
      };
      await untilUndisturbed(() => {
        const document = reports.schedule(id);
        return reports.addRuns(document, [run], document.value.afterMs);
      });
      void scheduler.wake();
      return run;
    },
  };
}

/** Tries again where somebody was faster: a slot that came notes so in its schedule. */
async function untilUndisturbed(change: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await change();
    } catch (error) {
      if (!(error instanceof GlasspaneError && error.code === 'conflict') || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

/** Another machine may lack a time zone that was known when the schedule was made. */
function timingOf(stored: StoredSchedule): Pick<ScheduledReport, 'nextSlotMs' | 'problem'> {
  try {
    return { nextSlotMs: nextSlotOf(stored) };
  } catch (error) {
    return { problem: toGlasspaneError(error).message };
  }
}

function isSameTiming(before: ReportSchedule, after: ReportSchedule): boolean {
  const timing = ({ frequency, cron, timeOfDay, timeZone, isPaused = false }: ReportSchedule): string =>
    JSON.stringify([frequency, cron, timeOfDay, timeZone, isPaused]);
  return timing(before) === timing(after);
}
