import {
  type Alert,
  type AlertRule,
  type AlertRuleStatus,
  type AlertSource,
  type Clock,
  InvalidDocumentError,
  parseAlertRule,
  type RuleEditor,
  type RuleSource,
} from '@glasspane/core';
import { type ActiveAlert, checkRule, fingerprintOf, toAlertingRule } from '@glasspane/core/alerting';
import type { EvaluationOptions, Labels } from '@glasspane/promql';
import { filterAlerts } from '../internal/filterAlerts.ts';
import { randomId } from '../internal/randomId.ts';
import { answer } from './createQuerySource.ts';
import { missing, taken } from './documentErrors.ts';
import { type EvaluatedRule, evaluateRule } from './evaluateRule.ts';
import type { SeriesStore } from './SeriesStore.ts';

const GROUP = 'memory';

/** What rules in this process work with. */
export interface MemoryRulesOptions {
  readonly store: SeriesStore;
  readonly evaluation: EvaluationOptions;
  readonly clock: Clock;
  /** Returns the ids of the silences that keep an alert of these labels from being told. */
  readonly silencedBy: (labels: Labels) => readonly string[];
}

/**
 * Alert rules in this process. They are evaluated when somebody lists them or their alerts, so that no timer has to run;
 * in between they keep their state.
 */
export class MemoryRules {
  readonly #options: MemoryRulesOptions;
  readonly #rules = new Map<string, EvaluatedRule>();
  #evaluation: Promise<void> = Promise.resolve();

  constructor(options: MemoryRulesOptions) {
    this.#options = options;
  }

  /** The rules, and what changes them. */
  readonly source: RuleSource = {
    list: (signal) =>
      answer(signal, async () => {
        await this.#evaluate();
        return [...this.#rules.values()].map((evaluated) => this.#toStatus(evaluated));
      }),
    editor: this.#createEditor(),
  };

  /** The alerts of all rules, those that were resolved lately included. */
  readonly alerts: AlertSource = {
    list: ({ matchers = [] }, signal) =>
      answer(signal, async () => {
        await this.#evaluate();
        const alerts = [...this.#rules.values()].flatMap(({ rule, state }) =>
          state.alerts.map((alert) => this.#toAlert(alert, rule)),
        );
        return filterAlerts(alerts, matchers);
      }),
  };

  #createEditor(): RuleEditor {
    return {
      list: (signal) => answer(signal, () => [...this.#rules.values()].map(({ rule }) => rule)),
      get: (id, signal) => answer(signal, () => this.#find(id).rule),
      create: (rule, signal) =>
        answer(signal, () => {
          const parsed = checkedRule({ ...rule, id: rule.id ?? randomId('rule') });
          if (this.#rules.has(parsed.id)) throw taken('alert rule', parsed.id);
          this.#rules.set(parsed.id, { rule: parsed, state: { alerts: [] } });
          return parsed;
        }),
      update: (rule, signal) =>
        answer(signal, () => {
          const parsed = checkedRule(rule);
          const { rule: before, state } = this.#find(parsed.id);
          // What another condition raised says nothing of this one.
          const isSame = before.expr === parsed.expr && before.name === parsed.name && parsed.isPaused !== true;
          this.#rules.set(parsed.id, { rule: parsed, state: isSame ? state : { alerts: [] } });
          return parsed;
        }),
      delete: (id, signal) =>
        answer(signal, () => {
          this.#find(id);
          this.#rules.delete(id);
        }),
      channels: (signal) => answer(signal, () => []),
    };
  }

  #find(id: string): EvaluatedRule {
    const found = this.#rules.get(id);
    if (found === undefined) throw missing('alert rule', id);
    return found;
  }

  /** Evaluates all rules, after an evaluation that runs. */
  #evaluate(): Promise<void> {
    this.#evaluation = this.#evaluation.then(() => this.#evaluateNow());
    return this.#evaluation;
  }

  async #evaluateNow(): Promise<void> {
    const { clock, store, evaluation } = this.#options;
    const nowMs = clock.now();
    for (const [id, before] of this.#rules) {
      if (before.rule.isPaused === true) continue;
      const after = await evaluateRule(before, nowMs, store, evaluation);
      // Somebody may have changed or deleted it meanwhile.
      if (this.#rules.get(id) === before) this.#rules.set(id, after);
    }
  }

  #toStatus({ rule, state, evaluatedMs, error }: EvaluatedRule): AlertRuleStatus {
    const { name, expr, forMs, keepFiringForMs, labels, annotations } = toAlertingRule(rule);
    const active = state.alerts.filter((alert) => alert.state !== 'resolved');
    return {
      id: rule.id,
      group: GROUP,
      ...{ name, expr, forMs, keepFiringForMs, labels, annotations },
      state: worstOf(active),
      health: error === undefined ? (evaluatedMs === undefined ? 'unknown' : 'ok') : 'error',
      lastError: error,
      lastEvaluationMs: evaluatedMs,
      alerts: active.map((alert) => this.#toAlert(alert, rule)),
      isEditable: true,
      isPaused: rule.isPaused ?? false,
    };
  }

  #toAlert(
    { labels, annotations, state, value, activeAtMs, resolvedAtMs }: ActiveAlert,
    { channels }: AlertRule,
  ): Alert {
    return {
      fingerprint: fingerprintOf(labels),
      labels,
      annotations,
      state,
      value: parseValue(value),
      startsAtMs: activeAtMs,
      endsAtMs: resolvedAtMs,
      receivers: channels,
      silencedBy: this.#options.silencedBy(labels),
    };
  }
}

/** @throws {@link InvalidDocumentError} When the rule could not be evaluated. */
function checkedRule(rule: AlertRule): AlertRule {
  const parsed = structuredClone(parseAlertRule(rule));
  const issues = checkRule(toAlertingRule(parsed));
  if (issues.length === 0) return parsed;
  throw new InvalidDocumentError(
    'alert rule',
    issues.map(({ field, name, message }) => ({ path: name === undefined ? field : `${field}.${name}`, message })),
  );
}

function worstOf(alerts: readonly ActiveAlert[]): AlertRuleStatus['state'] {
  if (alerts.some(({ state }) => state === 'firing')) return 'firing';
  return alerts.length > 0 ? 'pending' : 'inactive';
}

/** Numbers as Prometheus writes them. */
function parseValue(text: string): number {
  return Number(text.replace('Inf', 'Infinity'));
}
