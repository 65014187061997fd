import type { Clock } from '@glasspane/core';
import type { SampleStore } from '../../store/SampleStore.ts';
import { formatDuration } from '../config/duration.ts';
import { attemptScrape } from './attemptScrape.ts';
import { describeError } from './describeError.ts';
import { ScrapeMemory, type TimedOutcome } from './ScrapeMemory.ts';
import type { ScrapeTarget } from './ScrapeTarget.ts';
import { SeriesLabeller } from './SeriesLabeller.ts';
import { alignTime, nextDue, offsetOf } from './schedule.ts';
import type { ActiveTarget } from './TargetsReport.ts';

/** What a {@link ScrapeLoop} needs besides its target. */
export interface ScrapeLoopOptions {
  readonly store: Pick<SampleStore, 'append'>;
  readonly clock: Clock;
  /** Returns a time in milliseconds with fractions, for differences only. */
  readonly stopwatch: () => number;
  /** Hears when the target begins to fail or fails in another way, and (`undefined`) when it works again. */
  readonly onHealthChange: (target: ScrapeTarget, error: string | undefined) => void;
}

/** How the last scrape went. */
interface LastScrape {
  readonly timeMs: number;
  readonly durationSeconds: number;
  readonly error: string | undefined;
}

/**
 * Scrapes one target again and again, each time as one batch for the store: its samples, how the scrape went, and the
 * end of every series that is no longer there. No two scrapes overlap: one that outlasts the interval skips moments.
 */
export class ScrapeLoop {
  readonly #target: ScrapeTarget;
  readonly #options: ScrapeLoopOptions;
  readonly #memory: ScrapeMemory;
  readonly #labeller: SeriesLabeller;
  readonly #offsetMs: number;
  readonly #stopping = new AbortController();
  #cancelTimer: () => void = () => {};
  #running: Promise<void> = Promise.resolve();
  #last: LastScrape | undefined;

  constructor(target: ScrapeTarget, options: ScrapeLoopOptions) {
    this.#target = target;
    this.#options = options;
    this.#memory = new ScrapeMemory(target);
    this.#labeller = new SeriesLabeller(target);
    this.#offsetMs = offsetOf(target);
  }

  start(): void {
    const nowMs = this.#options.clock.now();
    this.#scheduleAt(this.#target.startsAtOnce ? nowMs : nextDue(nowMs, this.#target.intervalMs, this.#offsetMs));
  }

  /** Scrapes no more, and marks the target's series as ended; resolves when the store has that. */
  async stop(): Promise<void> {
    this.#cancelTimer();
    this.#stopping.abort();
    await this.#running;
    const end = this.#memory.toEnd(this.#options.clock.now());
    if (end !== undefined) await this.#options.store.append(end);
  }

  /** Returns how the target is, for `/api/v1/targets`. */
  status(): ActiveTarget {
    const { discoveredLabels, labels, job, url, intervalMs, timeoutMs } = this.#target;
    const last = this.#last;
    return {
      discoveredLabels,
      labels,
      scrapePool: job,
      scrapeUrl: url,
      globalUrl: url,
      lastError: last?.error ?? '',
      lastScrape: last === undefined ? '0001-01-01T00:00:00Z' : new Date(last.timeMs).toISOString(),
      lastScrapeDuration: last?.durationSeconds ?? 0,
      health: last === undefined ? 'unknown' : last.error === undefined ? 'up' : 'down',
      scrapeInterval: formatDuration(intervalMs),
      scrapeTimeout: formatDuration(timeoutMs),
    };
  }

  #scheduleAt(dueMs: number): void {
    const delayMs = Math.max(0, dueMs - this.#options.clock.now());
    this.#cancelTimer = this.#options.clock.setTimeout(() => {
      this.#running = this.#scrape(dueMs);
    }, delayMs);
  }

  async #scrape(dueMs: number): Promise<void> {
    const { clock, stopwatch } = this.#options;
    const timeMs = alignTime(clock.now(), dueMs, this.#target.intervalMs);
    const startedMs = stopwatch();
    const outcome = await attemptScrape(this.#target, {
      timeMs,
      labeller: this.#labeller,
      clock,
      stopping: this.#stopping.signal,
    });
    // A scrape that stop() cut short says nothing of the target.
    if (this.#stopping.signal.aborted) return;
    const durationSeconds = (stopwatch() - startedMs) / 1000;
    const error = (await this.#store({ outcome, timeMs, durationSeconds })) ?? outcome.error;
    this.#settle({ timeMs, durationSeconds, error });
    if (this.#stopping.signal.aborted) return;
    this.#scheduleAt(this.#dueAfter(dueMs));
  }

  #dueAfter(dueMs: number): number {
    const { intervalMs } = this.#target;
    const nowMs = this.#options.clock.now();
    // A timer that fires early must not scrape the same moment twice; a clock that was set back must not stop the loop.
    const firedEarly = dueMs > nowMs && dueMs - nowMs < intervalMs;
    return nextDue(firedEarly ? dueMs : nowMs, intervalMs, this.#offsetMs);
  }

  /** Returns why the store did not take the batch; what ended in it is then told again with the next one. */
  async #store(scrape: TimedOutcome): Promise<string | undefined> {
    try {
      await this.#options.store.append(this.#memory.toBatch(scrape));
      this.#memory.commit(scrape);
      return undefined;
    } catch (error) {
      return `The samples could not be stored: ${describeError(error)}`;
    }
  }

  #settle(scrape: LastScrape): void {
    const before = this.#last?.error;
    this.#last = scrape;
    if (scrape.error !== before) this.#options.onHealthChange(this.#target, scrape.error);
  }
}
