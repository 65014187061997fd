import {
  type DeliveryOutcome,
  deliveryDueMs,
  nextDeliveries,
  type OutboxEntry,
  recordDelivery,
} from '@glasspane/core/alerting';
import type { Logger } from '../log/Logger.ts';
import { messageOf } from '../store/storeErrors.ts';
import type { AlertEngine } from './AlertEngine.ts';
import type { ChannelConfig } from './config/AlertmanagerConfig.ts';
import type { NotificationInstruments } from './createInstruments.ts';

/** What the sender stands on. */
export interface NotificationSenderOptions {
  readonly engine: AlertEngine;
  readonly channels: ReadonlyMap<string, ChannelConfig>;
  /** Makes one attempt. */
  readonly send: (channel: ChannelConfig, entry: OutboxEntry) => Promise<DeliveryOutcome>;
  readonly instruments: NotificationInstruments;
  readonly log: Logger;
  /** Aborted when the server stops. */
  readonly closing: AbortSignal;
}

const MAX_AT_ONCE = 16;
const RETRY_MS = 1_000;
const MAX_SLEEP_MS = 3_600_000;

/** Sends what is in the outbox until it is taken or given up, many at once but those of a group one after the other. */
export class NotificationSender {
  readonly #options: NotificationSenderOptions;
  readonly #underWay = new Map<string, Promise<void>>();
  /** Those that were due when it was last asked, so that a long outbox is not sorted anew for each. */
  #planned: Iterator<OutboxEntry> = [][Symbol.iterator]();
  #unsubscribe: () => void = () => undefined;
  #cancelTimer: () => void = () => undefined;
  #isRunning = false;

  constructor(options: NotificationSenderOptions) {
    this.#options = options;
  }

  start(): void {
    this.#isRunning = true;
    this.#unsubscribe = this.#options.engine.subscribe(() => this.#pump());
    this.#pump();
  }

  async stop(): Promise<void> {
    this.#isRunning = false;
    this.#unsubscribe();
    this.#cancelTimer();
    await Promise.all(this.#underWay.values());
  }

  #pump(): void {
    this.#cancelTimer();
    while (this.#isRunning && this.#underWay.size < MAX_AT_ONCE) {
      const entry = this.#nextPlanned() ?? this.#plan();
      if (entry === undefined) return;
      const attempt = this.#attempt(entry).finally(() => {
        this.#underWay.delete(entry.id);
        this.#pump();
      });
      this.#underWay.set(entry.id, attempt);
    }
  }

  #nextPlanned(): OutboxEntry | undefined {
    const { state } = this.#options.engine;
    for (;;) {
      const { done, value } = this.#planned.next();
      if (done === true) return undefined;
      // Not what has been sent, or has failed, since.
      if (state.outbox.get(value.id) === value && !this.#underWay.has(value.id)) return value;
    }
  }

  /** Looks at the whole outbox; returns the first that is due, or wakes up when one is. */
  #plan(): OutboxEntry | undefined {
    const { engine } = this.#options;
    const nowMs = engine.clock.now();
    const waiting = nextDeliveries(engine.state).filter(({ id }) => !this.#underWay.has(id));
    this.#planned = waiting.filter((entry) => deliveryDueMs(entry, nowMs) <= nowMs)[Symbol.iterator]();
    const first = this.#nextPlanned();
    if (first !== undefined || waiting.length === 0) return first;
    const dueMs = waiting.reduce((least, entry) => Math.min(least, deliveryDueMs(entry, nowMs)), Number.MAX_VALUE);
    const waitMs = Math.min(dueMs - nowMs, MAX_SLEEP_MS);
    this.#cancelTimer = engine.clock.setTimeout(() => this.#pump(), waitMs);
    return undefined;
  }

  async #attempt(entry: OutboxEntry): Promise<void> {
    const { engine, channels, send, closing } = this.#options;
    const channel = channels.get(entry.integration);
    const outcome: DeliveryOutcome =
      channel === undefined
        ? { type: 'failed', error: 'the channel is no longer configured', isFinal: true }
        : await send(channel, entry);
    // What was cut off by the end of the server is no failure of the channel: it is sent again after the start.
    if (outcome.type === 'failed' && closing.aborted) return;
    this.#report(entry, outcome);
    await this.#record(entry, outcome, engine);
  }

  /** An outcome that is not written down would be forgotten, and what was delivered sent again. */
  async #record(entry: OutboxEntry, outcome: DeliveryOutcome, engine: AlertEngine): Promise<void> {
    for (;;) {
      try {
        await engine.run((state) => recordDelivery(state, entry.id, outcome, engine.clock.now()));
        return;
      } catch (error) {
        this.#options.log.error('the outcome of a notification could not be written down', { error: messageOf(error) });
        if (!this.#isRunning) return;
        await new Promise<void>((resolve) => engine.clock.setTimeout(resolve, RETRY_MS));
      }
    }
  }

  #report(entry: OutboxEntry, outcome: DeliveryOutcome): void {
    const { instruments, log } = this.#options;
    const { status, groupKey, alerts } = entry.notification;
    const { integration } = entry;
    const fields = { integration, notification: entry.id, status, group: groupKey, alerts: alerts.length };
    instruments.attempts.increment({ integration: entry.type });
    if (outcome.type === 'delivered') {
      log.info('a notification was sent', fields);
      if (outcome.warning !== undefined)
        log.warn('a notification did not reach all', { ...fields, error: outcome.warning });
      return;
    }
    instruments.failures.increment({ integration: entry.type, reason: outcome.isFinal ? 'refused' : 'unreachable' });
    const attempt = entry.failedAttempts + 1;
    log.warn('a notification could not be sent', {
      ...fields,
      attempt,
      isFinal: outcome.isFinal,
      error: outcome.error,
    });
  }
}
