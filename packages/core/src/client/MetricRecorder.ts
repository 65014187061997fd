import type { MetricSample, MetricSink } from '../backend/MetricSink.ts';
import type { Clock } from '../clock/Clock.ts';
import type { GlasspaneError } from '../errors/GlasspaneError.ts';
import { toGlasspaneError } from '../errors/toGlasspaneError.ts';
import { deliver } from './deliver.ts';
import { backoffMs } from './isAway.ts';
import { RecordError } from './RecordError.ts';

/**
 * How samples are sent.
 *
 * @public
 */
export interface RecordOptions {
  /** How long a sample may wait for others to be sent with it, in milliseconds. @defaultValue 1000 */
  readonly intervalMs?: number | undefined;
  /** At most so many samples are sent together; as many are sent at once. @defaultValue 500 */
  readonly batchSize?: number | undefined;
  /** At most so many samples wait; beyond, the oldest are dropped and reported. @defaultValue 10000 */
  readonly queueSize?: number | undefined;
  /** Hears of everything that goes wrong. Never called while the host's own call runs. */
  readonly onError?: ((error: RecordError) => void) | undefined;
}

interface Waiting {
  readonly sample: MetricSample;
  readonly resolve: () => void;
  readonly reject: (error: RecordError) => void;
}

const MAX_FAILURES = 100;

/**
 * Collects samples and sends them in batches, one batch at a time and in order; keeps them and tries again while the
 * backend is away. Timers run only while samples wait.
 */
export class MetricRecorder {
  readonly #sink: () => MetricSink;
  readonly #clock: Clock;
  readonly #limits: { readonly intervalMs: number; readonly batchSize: number; readonly queueSize: number };
  readonly #onError: RecordOptions['onError'];
  readonly #queue: Waiting[] = [];
  /** What went wrong since the last flush. */
  #failures: RecordError[] = [];
  #cancelTimer: (() => void) | undefined;
  #sending: Promise<RecordError | undefined> | undefined;
  #attempts = 0;
  #isClosed = false;

  /** @param sink - Returns where samples go; may throw where the backend takes none. */
  constructor(sink: () => MetricSink, clock: Clock, options: RecordOptions = {}) {
    this.#sink = sink;
    this.#clock = clock;
    const { intervalMs = 1000, batchSize = 500, queueSize = 10_000, onError } = options;
    this.#limits = { intervalMs, batchSize, queueSize };
    this.#onError = onError;
  }

  /**
   * Takes a sample.
   *
   * @returns a promise that settles once the sample is safe or lost, and may be ignored.
   */
  record(makeSample: () => MetricSample): Promise<void> {
    const recorded = new Promise<void>((resolve, reject) => {
      let sample: MetricSample;
      try {
        sample = makeSample();
        if (this.#isClosed)
          throw new RecordError('invalid', 'The client is closed: record before close().', { lost: 1 });
        this.#sink();
      } catch (thrown) {
        return reject(this.#fail(toGlasspaneError(thrown), 1));
      }
      this.#queue.push({ sample, resolve, reject });
      this.#dropOldest();
      if (this.#attempts > 0) return;
      if (this.#queue.length >= this.#limits.batchSize) this.#schedule(0);
      else if (this.#cancelTimer === undefined) this.#schedule(this.#limits.intervalMs);
    });
    recorded.catch(() => undefined);
    return recorded;
  }

  /**
   * Sends what waits, now.
   *
   * @throws {@link RecordError} With everything that went wrong since the last flush.
   */
  async flush(): Promise<void> {
    // A batch that is on its way may fail and come back to the queue: then it is tried once more, as was asked for.
    await this.#sending;
    const last = this.#queue.at(-1);
    let away: RecordError | undefined;
    while (last !== undefined && this.#queue.includes(last) && away === undefined) away = await this.#send();
    const failures = away === undefined ? this.#failures : [...this.#failures, away];
    this.#failures = [];
    throwTogether(failures);
  }

  /**
   * Sends what waits, gives up what cannot be sent, and stops. Closing twice is harmless.
   *
   * @throws {@link RecordError} With what is lost since the last flush.
   */
  async close(): Promise<void> {
    this.#isClosed = true;
    const failures: RecordError[] = await this.flush().then(
      () => [],
      (error: RecordError) => error.errors.filter(({ lost }) => lost > 0),
    );
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    const given = this.#queue.splice(0);
    if (given.length > 0) {
      const message = `${count(given.length)} lost: the backend did not take them before the client was closed.`;
      const error = new RecordError('unavailable', message, { lost: given.length });
      this.#tell(error);
      for (const { reject } of given) reject(error);
      failures.push(error);
    }
    throwTogether(failures);
  }

  #schedule(delayMs: number): void {
    this.#cancelTimer?.();
    this.#cancelTimer = this.#clock.setTimeout(() => {
      this.#cancelTimer = undefined;
      void this.#send();
    }, delayMs);
  }

  /** Sends one batch; returns the error where the backend is away. */
  #send(): Promise<RecordError | undefined> {
    this.#sending ??= this.#sendBatch().finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  async #sendBatch(): Promise<RecordError | undefined> {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    const batch = this.#queue.splice(0, this.#limits.batchSize);
    const { left, away } = await deliver(batch, this.#sink(), (refused, error) => {
      const failure = this.#fail(error, refused.length);
      for (const { reject } of refused) reject(failure);
    });
    if (away === undefined) {
      this.#attempts = 0;
      if (this.#queue.length > 0)
        this.#schedule(this.#queue.length >= this.#limits.batchSize ? 0 : this.#limits.intervalMs);
      return undefined;
    }
    this.#queue.unshift(...left);
    this.#dropOldest();
    this.#attempts += 1;
    if (!this.#isClosed) this.#schedule(backoffMs(this.#attempts, away.retryAfterMs));
    const error = new RecordError(away.code, `${count(this.#queue.length)} kept to be sent again. ${away.message}`, {
      cause: away,
      lost: 0,
    });
    // Once for each time that the backend goes away: a host's log is not to fill up with it.
    if (this.#attempts === 1) this.#tell(error);
    return error;
  }

  #dropOldest(): void {
    const excess = this.#queue.length - this.#limits.queueSize;
    if (excess <= 0) return;
    const message =
      `${count(excess)} dropped, the oldest: more than ${this.#limits.queueSize} wait for the backend. Record less ` +
      'often, or make the queueSize larger.';
    const error = this.#fail(new RecordError('rate_limited', message, { lost: excess }), excess);
    for (const { reject } of this.#queue.splice(0, excess)) reject(error);
  }

  #fail(cause: GlasspaneError, lost: number): RecordError {
    const error = cause instanceof RecordError ? cause : new RecordError(cause.code, cause.message, { cause, lost });
    this.#failures.push(error);
    if (this.#failures.length > MAX_FAILURES) this.#joinOldest();
    this.#tell(error);
    return error;
  }

  /** Of many failures only the count of what they cost is kept. */
  #joinOldest(): void {
    const [first, second, ...others] = this.#failures;
    if (first === undefined || second === undefined) return;
    const lost = first.lost + second.lost;
    this.#failures = [new RecordError(first.code, first.message, { cause: first.cause, lost }), ...others];
  }

  /** Later, so that the host's listener can neither delay nor break the host's own call. */
  #tell(error: RecordError): void {
    const onError = this.#onError;
    if (onError !== undefined) this.#clock.setTimeout(() => onError(error), 0);
  }
}

function throwTogether(errors: readonly RecordError[]): void {
  const [first] = errors;
  if (first === undefined) return;
  if (errors.length === 1) throw first;
  const lost = errors.reduce((sum, error) => sum + error.lost, 0);
  const lines = errors.slice(0, 10).map(({ message }) => `- ${message}`);
  const more = errors.length > lines.length ? [`- … and ${errors.length - lines.length} more`] : [];
  const message = [`${errors.length} things went wrong with recording; ${count(lost)} lost:`, ...lines, ...more];
  throw new RecordError(first.code, message.join('\n'), { lost, errors });
}

function count(samples: number): string {
  return samples === 1 ? '1 sample is' : `${samples} samples are`;
}
