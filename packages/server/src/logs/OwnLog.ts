import type { Clock } from '@glasspane/core';
import { formatLogfmt } from '../log/formatLogfmt.ts';
import type { LogFields, Logger } from '../log/Logger.ts';
import { messageOf } from '../store/storeErrors.ts';
import type { IncomingLog } from './IncomingLog.ts';

type Append = (logs: readonly IncomingLog[]) => Promise<void>;

/** What waits while the store is not there or does not take lines; older ones than these are dropped. */
const MAX_WAITING = 1000;
/** Names of fields whose values are never stored, whoever logs them. */
const SECRET_NAME = /key|token|secret|password|authorization|cookie/i;
const APP = 'glasspane-server';

/**
 * Keeps the server's own log among the logs it stores, as streams `{app="glasspane-server", level="…"}`. It never makes
 * the one who logs wait, and what goes wrong with storing is told to the plain log only.
 */
export class OwnLog {
  /** Says what happens, in the plain log and in the store. `debug` goes to the plain log only. */
  readonly log: Logger;
  /** Goes nowhere but where the operator reads it: for whoever stores logs. */
  readonly plain: Logger;
  readonly #clock: Pick<Clock, 'now'>;
  #waiting: IncomingLog[] = [];
  #dropped = 0;
  #append: Append | undefined;
  #flushing: Promise<void> | undefined;
  #isFailing = false;
  #lastNs = 0n;

  constructor(plain: Logger, clock: Pick<Clock, 'now'>) {
    this.plain = plain;
    this.#clock = clock;
    const at =
      (level: 'info' | 'warn' | 'error') =>
      (message: string, fields: LogFields = {}): void => {
        plain[level](message, fields);
        this.#push(level, message, fields);
      };
    this.log = {
      debug: (message, fields) => plain.debug(message, fields),
      info: at('info'),
      warn: at('warn'),
      error: at('error'),
    };
  }

  /** Stores what waits, and from now on everything at once. */
  connect(append: Append): void {
    this.#append = append;
    this.#flush();
  }

  /** Stores nothing more; resolves once what was under way is stored or has failed. */
  async disconnect(): Promise<void> {
    while (this.#flushing !== undefined) await this.#flushing;
    this.#append = undefined;
  }

  #push(level: string, message: string, fields: LogFields): void {
    const safe = Object.entries(fields).map(
      ([name, value]) => [name, SECRET_NAME.test(name) ? '[hidden]' : value] as const,
    );
    const line = formatLogfmt([['level', level], ['msg', message], ...safe]);
    // Lines of one millisecond keep their order, and none is taken for another's repetition.
    const nowNs = BigInt(Math.floor(this.#clock.now())) * 1_000_000n;
    this.#lastNs = nowNs > this.#lastNs ? nowNs : this.#lastNs + 1n;
    this.#waiting.push({ labels: { app: APP, level }, timeNs: this.#lastNs, line });
    while (this.#waiting.length > MAX_WAITING) {
      this.#waiting.shift();
      this.#dropped += 1;
    }
    this.#flush();
  }

  #flush(): void {
    if (this.#append === undefined || this.#flushing !== undefined || this.#waiting.length === 0) return;
    this.#flushing = this.#store(this.#append).then((isStored) => {
      this.#flushing = undefined;
      // After a failure the next line tries again, so that a full disk is not asked without end.
      if (isStored) this.#flush();
    });
  }

  async #store(append: Append): Promise<boolean> {
    const logs = this.#waiting;
    this.#waiting = [];
    try {
      await append(logs);
      if (this.#isFailing || this.#dropped > 0) this.plain.info('the own log is stored again', { lost: this.#dropped });
      this.#isFailing = false;
      this.#dropped = 0;
      return true;
    } catch (error) {
      if (!this.#isFailing) this.plain.error('the own log could not be stored', { error: messageOf(error) });
      this.#isFailing = true;
      const kept = [...logs, ...this.#waiting];
      this.#waiting = kept.slice(-MAX_WAITING);
      this.#dropped += kept.length - this.#waiting.length;
      return false;
    }
  }
}
