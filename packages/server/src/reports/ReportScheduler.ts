import { type Clock, type ReportRun, toGlasspaneError } from '@glasspane/core';
import { nextSlot, slotsBetween } from '@glasspane/core/report';
import type { StoredDocument } from '../documents/DocumentStore.ts';
import type { Logger } from '../log/Logger.ts';
import { type ReportDocuments, type StoredSchedule, slotRunId } from './ReportDocuments.ts';
import type { ReportQueue } from './ReportQueue.ts';

/** What a {@link ReportScheduler} works with. */
export interface ReportSchedulerOptions {
  readonly reports: ReportDocuments;
  readonly queue: ReportQueue;
  readonly clock: Clock;
  readonly log: Logger;
}

const MAX_MISSED = 100;
const MAX_AGE_MS = 24 * 3_600_000;
// A machine that slept or whose clock was set looks again soon.
const MAX_SLEEP_MS = 60_000;

/**
 * Makes a run of each slot that has come, and has the queue send it. A run is on disk, with the slot marked as done with,
 * before anything is sent; so each slot has one run, whatever stops in between.
 */
export class ReportScheduler {
  readonly #options: ReportSchedulerOptions;
  #cancelTimer: (() => void) | undefined;
  #turn: Promise<void> = Promise.resolve();
  #isRunning = false;

  constructor(options: ReportSchedulerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#isRunning = true;
    void this.wake();
  }

  /** Looks at what is due: resolves once each slot up to now has its run. */
  wake(): Promise<void> {
    this.#cancelTimer?.();
    this.#turn = this.#turn.then(() => (this.#isRunning ? this.#look() : undefined));
    return this.#turn;
  }

  async stop(): Promise<void> {
    this.#isRunning = false;
    this.#cancelTimer?.();
    await Promise.all([this.#options.queue.stop(), this.#turn]);
  }

  async #look(): Promise<void> {
    const { reports, queue, clock, log } = this.#options;
    let dueMs = clock.now() + MAX_SLEEP_MS;
    for (const document of reports.schedules()) {
      try {
        const afterMs = await this.#addRuns(document);
        dueMs = Math.min(dueMs, nextSlotOf({ ...document.value, afterMs }) ?? Number.POSITIVE_INFINITY);
      } catch (error) {
        // A conflict is a schedule that somebody changed meanwhile: who did wakes this up. The disk may come back.
        const { code, message } = toGlasspaneError(error);
        if (code !== 'conflict')
          log.error('the slots of a report were not read', { report: document.id, error: message });
      }
    }
    dueMs = Math.min(dueMs, queue.sendDue(() => void this.wake()) ?? Number.POSITIVE_INFINITY);
    this.#cancelTimer?.();
    if (this.#isRunning) {
      this.#cancelTimer = clock.setTimeout(() => void this.wake(), Math.max(0, dueMs - clock.now()));
    }
  }

  /** Returns up to when the slots of the schedule are done with. */
  async #addRuns(document: StoredDocument<StoredSchedule>): Promise<number> {
    const { schedule, afterMs } = document.value;
    const { reports, clock, log } = this.#options;
    if (schedule.isPaused === true) return afterMs;
    const nowMs = clock.now();
    if (afterMs - nowMs > MAX_AGE_MS) {
      log.warn('the clock was set back: a report begins again from now', { report: schedule.id });
      await reports.replace(document, { ...document.value, afterMs: nowMs });
      return nowMs;
    }
    const slots = slotsBetween(schedule, { afterMs, untilMs: nowMs, limit: MAX_MISSED });
    const latestMs = slots.at(-1);
    if (latestMs === undefined) return afterMs;
    const isSent = nowMs - latestMs <= MAX_AGE_MS;
    // After the clock was set back, slots come again.
    const newSlots = slots.filter((slotMs) => reports.run(slotRunId(schedule.id, slotMs)) === undefined);
    const runs = newSlots.map((slotMs): ReportRun => {
      const run = {
        id: slotRunId(schedule.id, slotMs),
        scheduleId: schedule.id,
        slotMs,
        trigger: 'schedule',
        attempts: 0,
        updatedMs: nowMs,
        recipients: schedule.recipients,
      } as const;
      if (isSent && slotMs === latestMs) return { ...run, status: 'pending', nextAttemptMs: nowMs };
      return { ...run, status: 'failed', error: isSent ? SKIPPED : TOO_OLD };
    });
    await reports.addRuns(document, runs, latestMs);
    const missed = runs.filter(({ status }) => status === 'failed').length;
    if (missed > 0) log.warn('reports were missed while the server was not running', { report: schedule.id, missed });
    return latestMs;
  }
}

const SKIPPED =
  'Skipped: the server was not running when it was due; of several missed reports only the latest is sent.';
const TOO_OLD = 'Skipped: the server was not running when it was due, nor in the 24 hours after it.';

/** Returns when a schedule is due next; nothing for one that is paused. */
export function nextSlotOf({ schedule, afterMs }: StoredSchedule): number | undefined {
  return schedule.isPaused === true ? undefined : nextSlot(schedule, afterMs);
}
