import { type Clock, GlasspaneError, type ReportRun, toGlasspaneError } from '@glasspane/core';
import { advanceRun, type ReportRetries, type ReportRunEvent } from '@glasspane/core/report';
import { Counter } from '../collect/registry/Counter.ts';
import type { StoredDocument } from '../documents/DocumentStore.ts';
import type { Logger } from '../log/Logger.ts';
import { MailError } from '../mail/MailError.ts';
import type { ReportDocuments, StoredRun } from './ReportDocuments.ts';
import type { ReportSender } from './ReportSender.ts';

/** What a {@link ReportQueue} works with. */
export interface ReportQueueOptions {
  readonly reports: ReportDocuments;
  readonly sender: ReportSender;
  readonly clock: Clock;
  readonly log: Logger;
  /** @defaultValue 12 tries, from 30 seconds up to an hour apart: about 6 hours */
  readonly retries?: ReportRetries | undefined;
}

const DEFAULT_RETRIES: ReportRetries = { maxAttempts: 12, firstDelayMs: 30_000, maxDelayMs: 3_600_000 };
const MAX_AGE_MS = 24 * 3_600_000;
const REST_MS = 30_000;
const FINAL_CODES: ReadonlySet<string> = new Set(['invalid', 'not_found', 'unsupported', 'bad_query', 'forbidden']);

/** Sends the runs that are due, one at a time, and notes how each went. */
export class ReportQueue {
  readonly #options: ReportQueueOptions;
  readonly #retries: ReportRetries;
  readonly #stopping = new AbortController();
  #current: { readonly scheduleId: string; readonly abort: AbortController } | undefined;
  /** What is counted of sending. */
  readonly attempts: Counter<'outcome'> = new Counter({
    name: 'glasspane_report_attempts_total',
    help: 'Tries to send a report.',
    labelNames: ['outcome'],
  });
  #work: Promise<void> | undefined;
  /** Nothing is sent before, because nothing could be noted. */
  #restMs = 0;

  constructor(options: ReportQueueOptions) {
    this.#options = options;
    this.#retries = options.retries ?? DEFAULT_RETRIES;
  }

  /**
   * Begins to send what is due, unless it is at it already.
   *
   * @param whenIdle - Called once nothing is due any more.
   * @returns when the next run is due, in milliseconds since the epoch; nothing while it is at work.
   */
  sendDue(whenIdle: () => void): number | undefined {
    if (this.#work !== undefined || this.#stopping.signal.aborted) return undefined;
    const next = this.#next();
    if (next === undefined) return undefined;
    const nowMs = this.#options.clock.now();
    const dueMs = Math.max(this.#dueMs(next), this.#restMs - nowMs > REST_MS ? 0 : this.#restMs);
    if (dueMs > nowMs) return dueMs;
    this.#work = this.#sendAll().finally(() => {
      this.#work = undefined;
      whenIdle();
    });
    return undefined;
  }

  /** Ends what is being sent for a schedule, as far as it has not left. */
  cancel(scheduleId: string): void {
    if (this.#current?.scheduleId === scheduleId) this.#current.abort.abort();
  }

  /** Resolves once nothing is being sent. What was cut off stays due. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#current?.abort.abort();
    await this.#work;
  }

  #next(): StoredDocument<StoredRun> | undefined {
    return [...this.#options.reports.pendingRuns()].sort((a, b) => this.#dueMs(a) - this.#dueMs(b))[0];
  }

  #dueMs({ value }: StoredDocument<StoredRun>): number {
    const { nextAttemptMs = 0 } = value.run;
    // None waits longer: the clock was set back meanwhile.
    return nextAttemptMs - this.#options.clock.now() > this.#retries.maxDelayMs ? 0 : nextAttemptMs;
  }

  async #sendAll(): Promise<void> {
    const { clock, log } = this.#options;
    for (;;) {
      const next = this.#next();
      if (this.#stopping.signal.aborted || next === undefined || this.#dueMs(next) > clock.now()) return;
      try {
        await this.#send(next);
      } catch (error) {
        const { code, message } = toGlasspaneError(error);
        if (code === 'conflict') continue;
        // The disk takes nothing: what is due stays so, and nothing is sent that could not be noted.
        this.#restMs = clock.now() + REST_MS;
        log.error('a report was not noted', { run: next.id, error: message });
        return;
      }
    }
  }

  async #send(document: StoredDocument<StoredRun>): Promise<void> {
    const { reports, sender, clock, log } = this.#options;
    const { run } = document.value;
    const advance = (from: StoredDocument<StoredRun>, event: ReportRunEvent) =>
      reports.updateRun(from, advanceRun(from.value.run, event, clock.now()));
    if (clock.now() - run.slotMs > MAX_AGE_MS) {
      await advance(document, this.#failure(tooOld(run)));
      return;
    }
    const begun = await advance(document, { type: 'begun' });
    const abort = new AbortController();
    this.#current = { scheduleId: run.scheduleId, abort };
    const about = { report: run.scheduleId, run: run.id, attempt: begun.value.run.attempts };
    let event: ReportRunEvent;
    try {
      const sizeBytes = await sender.send(begun.value, abort.signal);
      event = { type: 'sent', sizeBytes };
      log.info('a report was sent', { ...about, bytes: sizeBytes });
    } catch (error) {
      // Deleted, or the server stops: then it stays due.
      if (abort.signal.aborted) return;
      event = this.#failure(error);
      log.warn('a report was not sent', { ...about, error: event.error });
    } finally {
      this.#current = undefined;
    }
    this.attempts.increment({ outcome: event.type });
    await advance(begun, event);
  }

  #failure(error: unknown): Extract<ReportRunEvent, { readonly type: 'failed' }> {
    const { code, message } = toGlasspaneError(error);
    const isTemporary = error instanceof MailError ? error.isTemporary : !FINAL_CODES.has(code);
    return { type: 'failed', error: message, isTemporary, retries: this.#retries };
  }
}

function tooOld({ error }: ReportRun): GlasspaneError {
  const reason = error === undefined ? 'the server was not running' : error;
  return new GlasspaneError('invalid', `Given up: it was not sent within 24 hours; ${reason}`);
}
