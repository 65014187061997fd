import { randomUUID } from 'node:crypto';
import type { Clock } from '@glasspane/core';
import {
  type AlertingState,
  type AlertingStep,
  type CompiledAlerting,
  emptyAlertingState,
  flushGroups,
  nextFlushMs,
  resumeAlerting,
} from '@glasspane/core/alerting';
import type { DocumentStore } from '../documents/DocumentStore.ts';
import type { Logger } from '../log/Logger.ts';
import { messageOf } from '../store/storeErrors.ts';
import { logIncidentChanges } from './logIncidentChanges.ts';

/** What the engine stands on. */
export interface AlertEngineOptions {
  readonly documents: DocumentStore;
  readonly compiled: CompiledAlerting;
  readonly clock: Clock;
  readonly log: Logger;
}

const COLLECTION_PREFIX = 'alerting.';
const RETRY_MS = 1_000;
const MAX_SLEEP_MS = 3_600_000;

/**
 * Drives the alerting machines: takes one step after the other, writes down what each changed before it holds, and looks
 * at groups when they are due.
 */
export class AlertEngine {
  readonly compiled: CompiledAlerting;
  readonly clock: Clock;
  readonly #documents: DocumentStore;
  readonly #log: Logger;
  readonly #listeners = new Set<() => void>();
  #state: AlertingState;
  #steps: Promise<unknown> = Promise.resolve();
  #cancelTimer: () => void = () => undefined;
  #isRunning = false;

  constructor({ documents, compiled, clock, log }: AlertEngineOptions) {
    this.compiled = compiled;
    this.clock = clock;
    this.#documents = documents;
    this.#log = log;
    this.#state = readState(documents);
  }

  /** All that is known now; what is here is durable, but for signs of life: see {@link AlertingStep}. */
  get state(): AlertingState {
    return this.#state;
  }

  /** Hears of every change; the returned function ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Takes a step after all that were asked for before; resolves once what it changed is durable.
   *
   * @throws What the step throws, and {@link GlasspaneError} `unavailable` when the disk does not take it: nothing has
   * changed then.
   */
  run(step: (state: AlertingState) => AlertingStep): Promise<AlertingState> {
    const result = this.#steps.then(() => this.#take(step));
    this.#steps = result.catch(() => undefined);
    return result;
  }

  async start(): Promise<void> {
    this.#isRunning = true;
    await this.run((state) => resumeAlerting(this.compiled, state, this.clock.now()));
    this.#schedule();
  }

  async stop(): Promise<void> {
    this.#isRunning = false;
    this.#cancelTimer();
    await this.#steps;
  }

  async #take(step: (state: AlertingState) => AlertingStep): Promise<AlertingState> {
    const before = this.#state;
    const { state, changes } = step(before);
    if (state === before) return before;
    if (changes.length > 0) {
      await this.#documents.apply(
        changes.map(({ collection, id, value }) => ({ collection: `${COLLECTION_PREFIX}${collection}`, id, value })),
      );
    }
    this.#state = state;
    logIncidentChanges(this.#log, { before, after: state }, changes);
    this.#schedule();
    for (const listener of this.#listeners) listener();
    return state;
  }

  #schedule(pauseMs = 0): void {
    this.#cancelTimer();
    const dueMs = nextFlushMs(this.compiled, this.#state, this.clock.now());
    if (!this.#isRunning || dueMs === undefined) return;
    const waitMs = Math.min(Math.max(dueMs - this.clock.now(), pauseMs), MAX_SLEEP_MS);
    this.#cancelTimer = this.clock.setTimeout(() => void this.#flush(), waitMs);
  }

  async #flush(): Promise<void> {
    try {
      const context = { nowMs: this.clock.now(), newId: randomUUID };
      await this.run((state) => flushGroups(this.compiled, state, context));
      this.#schedule();
    } catch (error) {
      this.#log.error('alert groups could not be looked at', { error: messageOf(error) });
      this.#schedule(RETRY_MS);
    }
  }
}

function readState(documents: DocumentStore): AlertingState {
  const collections = Object.keys(emptyAlertingState()).map((name) => {
    const entries = documents.list(`${COLLECTION_PREFIX}${name}`).map(({ id, value }) => [id, value] as const);
    return [name, new Map(entries)] as const;
  });
  return Object.fromEntries(collections) as unknown as AlertingState;
}
