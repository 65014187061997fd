import {
  type Clock,
  GlasspaneError,
  type ReportRun,
  type ReportSchedule,
  type ReportStore,
  type ScheduledReport,
} from '@glasspane/core';
import { nextSlot } from '@glasspane/core/report';

/** Reports in memory, for stories and tests: nothing is sent, and the runs are what a test makes them. */
export class InMemoryReports {
  /** What stands in the way of sending, if anything. */
  problem: string | undefined;
  readonly #schedules = new Map<string, ReportSchedule>();
  readonly #runs: ReportRun[] = [];
  readonly #clock: Clock;

  constructor(clock: Clock, schedules: readonly ReportSchedule[] = [], runs: readonly ReportRun[] = []) {
    this.#clock = clock;
    for (const schedule of schedules) this.#schedules.set(schedule.id, schedule);
    this.#runs.push(...runs);
  }

  readonly store: ReportStore = {
    list: async () => [...this.#schedules.keys()].map((id) => this.#get(id)),
    get: async (id) => this.#get(id),
    create: async (schedule) => {
      const id = schedule.id ?? `report-${this.#schedules.size + 1}`;
      this.#schedules.set(id, { ...schedule, id });
      return this.#get(id);
    },
    update: async (schedule) => {
      this.#get(schedule.id);
      this.#schedules.set(schedule.id, schedule);
      return this.#get(schedule.id);
    },
    delete: async (id) => {
      this.#get(id);
      this.#schedules.delete(id);
    },
    runs: async (id) => this.#runsOf(id),
    sendNow: async (id) => {
      const { schedule } = this.#get(id);
      if (this.problem !== undefined) throw new GlasspaneError('unsupported', this.problem);
      const nowMs = this.#clock.now();
      const run: ReportRun = {
        id: `${id}-${this.#runs.length}`,
        scheduleId: id,
        slotMs: nowMs,
        trigger: 'manual',
        status: 'pending',
        attempts: 1,
        updatedMs: nowMs,
        nextAttemptMs: nowMs,
        recipients: schedule.recipients,
      };
      this.#runs.push(run);
      return run;
    },
  };

  /** Ends every run that is under way as sent. */
  finish(): void {
    this.#runs.forEach((run, index) => {
      const { nextAttemptMs: _, ...rest } = run;
      if (run.status === 'pending') this.#runs[index] = { ...rest, status: 'sent', sizeBytes: 184_320 };
    });
  }

  #get(id: string): ScheduledReport {
    const schedule = this.#schedules.get(id);
    if (schedule === undefined) throw new GlasspaneError('not_found', `There is no report "${id}".`);
    const nextSlotMs = schedule.isPaused === true ? undefined : nextSlot(schedule, this.#clock.now());
    return { schedule, nextSlotMs, lastRun: this.#runsOf(id)[0], problem: this.problem };
  }

  #runsOf(id: string): readonly ReportRun[] {
    return this.#runs.filter(({ scheduleId }) => scheduleId === id).sort((a, b) => b.slotMs - a.slotMs);
  }
}
