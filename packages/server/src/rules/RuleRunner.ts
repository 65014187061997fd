import { type Clock, GlasspaneError, labelsKey, type MetricSource } from '@glasspane/core';
import {
  type AlertingRule,
  advanceRule,
  alertSamples,
  alertsToPost,
  endedSeries,
  type LabelContext,
  labelSamples,
  type PostedAlert,
  type RecordingRule,
  type Rule,
  type RuleSample,
  type RuleState,
  recordSamples,
} from '@glasspane/core/alerting';
import type { AlertReceiver } from '../alertmanager/AlertReceiver.ts';
import type { Logger } from '../log/Logger.ts';
import type { SampleStore, StoredSample } from '../store/SampleStore.ts';
import { messageOf } from '../store/storeErrors.ts';
import { dropForgotten } from './dropForgotten.ts';
import { isSameLife } from './isSameLife.ts';
import { logAlertChanges } from './logAlertChanges.ts';
import type { RuleStateStore } from './RuleStateStore.ts';
import { ruleRegex } from './ruleRegex.ts';
import { toRuleSamples } from './toRuleSamples.ts';

/** How long the receiver is left without a word of an alert that fires; as in Prometheus. */
const RESEND_DELAY_MS = 60_000;
const NO_ALERTS: RuleState = { alerts: [] };

/** What rules stand on. */
export interface RuleWorld {
  readonly metrics: Pick<MetricSource, 'queryInstant'>;
  readonly store: Pick<SampleStore, 'append'>;
  readonly states: RuleStateStore;
  readonly receiver: AlertReceiver;
  readonly clock: Clock;
  readonly log: Logger;
  readonly externalUrl: () => string;
  readonly externalLabels: Readonly<Record<string, string>>;
  /** Returns a time in milliseconds with fractions, for differences only. */
  readonly stopwatch: () => number;
}

/** The rule of a runner, and how it is known. */
export interface RunningRule {
  /** Under which its alerts are kept. */
  readonly key: string;
  readonly rule: Rule;
  /** The channels that are told, instead of those that the routes choose. */
  readonly receivers?: readonly string[] | undefined;
}

/** How the group of a rule wants it evaluated. */
export interface RuleTiming {
  readonly intervalMs: number;
  readonly queryOffsetMs: number;
  readonly limit: number;
}

/** How the last evaluation of a rule went. */
export interface LastEvaluation {
  readonly timeMs: number;
  readonly seconds: number;
  readonly error: string | undefined;
}

/** Evaluates one rule, and keeps what became of it. */
export class RuleRunner {
  readonly running: RunningRule;
  readonly #timing: RuleTiming;
  readonly #world: RuleWorld;
  readonly #lastPostedMs = new Map<string, number>();
  #state: RuleState;
  #written: readonly RuleSample[];
  #last: LastEvaluation | undefined;

  constructor(running: RunningRule, timing: RuleTiming, world: RuleWorld) {
    this.running = running;
    this.#timing = timing;
    this.#world = world;
    const { rule, key } = running;
    this.#state = rule.type === 'alerting' ? world.states.load(key, rule.expr) : NO_ALERTS;
    // Series of a former process that are not there any more have to be ended too.
    this.#written = alertSamples(this.#state);
  }

  get state(): RuleState {
    return this.#state;
  }

  get last(): LastEvaluation | undefined {
    return this.#last;
  }

  /** Evaluates the rule once. A failure is kept as its health, and leaves its alerts as they are. */
  async evaluate(timeMs: number, signal: AbortSignal): Promise<void> {
    const startedMs = this.#world.stopwatch();
    let error: string | undefined;
    try {
      const { rule } = this.running;
      const samples = await this.#query(rule.expr, timeMs, signal);
      if (rule.type === 'alerting') await this.#alert(rule, samples, timeMs, signal);
      else await this.#record(rule, samples, timeMs);
    } catch (failure) {
      if (signal.aborted) return;
      error = messageOf(failure);
      this.#logFailure(error);
    }
    this.#last = { timeMs, seconds: (this.#world.stopwatch() - startedMs) / 1000, error };
  }

  /** Ends the series that the rule wrote, because it is evaluated no more. */
  async end(timeMs: number): Promise<void> {
    const ended = this.#written;
    this.#written = [];
    if (ended.length > 0) await this.#world.store.append({ samples: toMarkers(ended, timeMs) });
  }

  #logFailure(error: string): void {
    // Once, not at each evaluation.
    if (this.#last?.error === error) return;
    this.#world.log.warn('a rule could not be evaluated', { rule: this.running.rule.name, error });
  }

  async #query(expr: string, timeMs: number, signal: AbortSignal): Promise<readonly RuleSample[]> {
    const request = { expr, timeMs: timeMs - this.#timing.queryOffsetMs };
    return toRuleSamples(await this.#world.metrics.queryInstant(request, signal));
  }

  async #alert(rule: AlertingRule, samples: readonly RuleSample[], timeMs: number, signal: AbortSignal): Promise<void> {
    const context: LabelContext = {
      nowMs: timeMs,
      externalLabels: this.#world.externalLabels,
      externalUrl: this.#world.externalUrl(),
      regex: ruleRegex,
      query: (expr) => this.#query(expr, timeMs, signal),
    };
    if (this.#last === undefined)
      this.#state = await dropForgotten(rule.name, this.#state, timeMs, this.#world.metrics);
    const next = advanceRule(rule, this.#state, await labelSamples(rule, samples, context), timeMs);
    const active = next.alerts.filter(({ state }) => state !== 'resolved').length;
    this.#checkLimit(active, 'alerts');
    // First of all: nobody hears of an alert that a crash would make forgotten.
    if (!isSameLife(this.#state, next)) {
      await this.#world.states.save(this.running.key, rule.expr, next);
      logAlertChanges(this.#world.log, this.#state, next);
    }
    this.#state = next;
    const results = await Promise.allSettled([this.#write(alertSamples(next), timeMs), this.#post(rule, timeMs)]);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }

  async #record(rule: RecordingRule, samples: readonly RuleSample[], timeMs: number): Promise<void> {
    const recorded = recordSamples(rule, samples);
    this.#checkLimit(recorded.length, 'series');
    await this.#write(recorded, timeMs);
  }

  #checkLimit(count: number, what: string): void {
    const { limit } = this.#timing;
    if (limit > 0 && count > limit) {
      throw new GlasspaneError('too_many_series', `exceeded limit of ${limit} with ${count} ${what}`);
    }
  }

  async #write(samples: readonly RuleSample[], timeMs: number): Promise<void> {
    const atMs = timeMs - this.#timing.queryOffsetMs;
    const current = samples.map(({ labels, value }): StoredSample => ({ labels, timeMs: atMs, value }));
    const ended = toMarkers(endedSeries(this.#written, samples), atMs);
    if (current.length + ended.length > 0) await this.#world.store.append({ samples: [...current, ...ended] });
    this.#written = samples;
  }

  async #post(rule: AlertingRule, timeMs: number): Promise<void> {
    const { receiver, externalUrl } = this.#world;
    const due = alertsToPost(this.#state, timeMs, {
      resendDelayMs: RESEND_DELAY_MS,
      intervalMs: this.#timing.intervalMs,
      lastPostedMs: this.#lastPostedMs,
      generatorUrl: `${externalUrl()}/api/v1/query?query=${encodeURIComponent(rule.expr)}`,
      receivers: this.running.receivers,
    });
    if (due.length === 0) return;
    await receiver.post(
      due.map(({ labels, ...alert }): PostedAlert => {
        return { ...alert, labels: { ...this.#world.externalLabels, ...labels } };
      }),
    );
    // Not before: what the receiver did not take is told again at the next evaluation.
    this.#notePosted(due, timeMs);
  }

  #notePosted(posted: readonly PostedAlert[], timeMs: number): void {
    for (const { labels } of posted) this.#lastPostedMs.set(labelsKey(labels), timeMs);
    const known = new Set(this.#state.alerts.map(({ labels }) => labelsKey(labels)));
    for (const key of this.#lastPostedMs.keys()) if (!known.has(key)) this.#lastPostedMs.delete(key);
  }
}

function toMarkers(samples: readonly RuleSample[], timeMs: number): readonly StoredSample[] {
  return samples.map(({ labels }) => ({ labels, timeMs, value: 0, isStale: true }));
}
