import { type AlertRule, GlasspaneError } from '@glasspane/core';
import { type ActiveAlert, toAlertingRule } from '@glasspane/core/alerting';
import type { DocumentStore } from '../documents/DocumentStore.ts';
import { messageOf } from '../store/storeErrors.ts';
import { logResolved } from './logAlertChanges.ts';
import type { RuleGroup } from './RuleGroup.ts';
import { RuleGroupLoop } from './RuleGroupLoop.ts';
import type { RuleMetrics } from './RuleMetrics.ts';
import { RuleRunner, type RuleWorld } from './RuleRunner.ts';

const COLLECTION = 'alert-rules';
/** The name under which rules that are edited over the API are listed; no file has it. */
export const EDITABLE_GROUP = 'glasspane';

/** A rule that can be edited, and what evaluates it. */
export interface EditableRule {
  readonly rule: AlertRule;
  /** Left out while the rule is paused. */
  readonly loop: RuleGroupLoop | undefined;
}

/** What {@link EditableRules} stand on. */
export interface EditableRulesOptions {
  readonly documents: DocumentStore;
  readonly world: RuleWorld;
  readonly metrics: RuleMetrics;
  readonly intervalMs: number;
}

/**
 * The alert rules that are edited over the API: kept among the documents, each evaluated by itself. A change is durable
 * before it is acknowledged, and no two of them overlap.
 */
export class EditableRules {
  readonly #options: EditableRulesOptions;
  readonly #loops = new Map<string, RuleGroupLoop>();
  #changes: Promise<unknown> = Promise.resolve();
  #isRunning = false;

  constructor(options: EditableRulesOptions) {
    this.#options = options;
  }

  /** Begins to evaluate the rules that are there. */
  start(): void {
    this.#isRunning = true;
    for (const rule of this.rules()) this.#begin(rule, false);
  }

  /** Resolves once nothing of it runs any more. */
  async stop(): Promise<void> {
    this.#isRunning = false;
    await this.#changes;
    await Promise.all([...this.#loops.values()].map((loop) => loop.stop()));
    this.#loops.clear();
  }

  /** Returns the rules, by name. */
  rules(): readonly AlertRule[] {
    const rules = this.#options.documents.list<AlertRule>(COLLECTION).map(({ value }) => value);
    return rules.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
  }

  list(): readonly EditableRule[] {
    return this.rules().map((rule) => ({ rule, loop: this.#loops.get(rule.id) }));
  }

  /** @throws {@link GlasspaneError} `not_found` */
  get(id: string): AlertRule {
    const stored = this.#options.documents.get<AlertRule>(COLLECTION, id);
    if (stored === undefined) throw new GlasspaneError('not_found', `There is no alert rule with the id "${id}".`);
    return stored.value;
  }

  /** @throws {@link GlasspaneError} `conflict` when the id is taken. */
  create(rule: AlertRule): Promise<AlertRule> {
    return this.#exclusively(async () => {
      await this.#options.documents.apply([{ collection: COLLECTION, id: rule.id, value: rule, ifRevision: 0 }]);
      this.#begin(rule, true);
      return rule;
    });
  }

  /**
   * Replaces a rule. Its alerts go on, unless its expression is another one: then those that fire are resolved.
   *
   * @throws {@link GlasspaneError} `not_found`
   */
  update(rule: AlertRule): Promise<AlertRule> {
    return this.#exclusively(async () => {
      const before = this.get(rule.id);
      const isEnded = rule.isPaused === true || rule.expr !== before.expr;
      await this.#change(before, rule, isEnded);
      return rule;
    });
  }

  /** @throws {@link GlasspaneError} `not_found` */
  delete(id: string): Promise<void> {
    return this.#exclusively(() => this.#change(this.get(id), undefined, true));
  }

  async #change(before: AlertRule, after: AlertRule | undefined, isEnded: boolean): Promise<void> {
    const { documents, world } = this.#options;
    const { id } = before;
    const loop = this.#loops.get(id);
    // Or an evaluation that runs would keep alerts of what is not there any more.
    await loop?.stop();
    this.#loops.delete(id);
    const alerts = world.states.alertsOf(keyOf(id));
    try {
      await documents.apply([
        { collection: COLLECTION, id, value: after },
        ...(isEnded ? [world.states.change(keyOf(id), before.expr, { alerts: [] })] : []),
      ]);
    } catch (error) {
      this.#begin(before, false);
      throw error;
    }
    if (isEnded) await this.#endAlerts(before, alerts, loop);
    if (after !== undefined) this.#begin(after, true);
  }

  /** The change is made already: what fails here is said in the log, and ends by itself after a while. */
  async #endAlerts(rule: AlertRule, alerts: readonly ActiveAlert[], loop: RuleGroupLoop | undefined): Promise<void> {
    const { world } = this.#options;
    const nowMs = world.clock.now();
    try {
      await Promise.all((loop?.runners ?? []).map((runner) => runner.end(nowMs)));
      await postResolved(alerts, world, { nowMs, receivers: rule.channels });
    } catch (error) {
      world.log.error('the alerts of a changed rule could not be ended', { rule: rule.name, error: messageOf(error) });
    }
  }

  #begin(rule: AlertRule, isAtOnce: boolean): void {
    if (!this.#isRunning || rule.isPaused === true) return;
    const { world, metrics, intervalMs } = this.#options;
    const group: RuleGroup = {
      name: EDITABLE_GROUP,
      file: '',
      intervalMs,
      queryOffsetMs: 0,
      limit: 0,
      rules: [toAlertingRule(rule)],
    };
    const runners = group.rules.map(
      (one) => new RuleRunner({ key: keyOf(rule.id), rule: one, receivers: rule.channels }, group, world),
    );
    const loop = new RuleGroupLoop(group, runners, world, { identity: `rule ${rule.id}`, metrics });
    this.#loops.set(rule.id, loop);
    loop.start(isAtOnce);
  }

  #exclusively<TResult>(change: () => Promise<TResult>): Promise<TResult> {
    const result = this.#changes.then(change);
    this.#changes = result.catch(() => undefined);
    return result;
  }
}

/** Tells the receiver that alerts are over whose rule is not evaluated any more. */
export async function postResolved(
  alerts: readonly ActiveAlert[],
  { receiver, externalLabels, log }: Pick<RuleWorld, 'receiver' | 'externalLabels' | 'log'>,
  options: { readonly nowMs: number; readonly receivers?: readonly string[] | undefined },
): Promise<void> {
  const firing = alerts.filter(({ state }) => state === 'firing');
  if (firing.length === 0) return;
  logResolved(log, firing);
  await receiver.post(
    firing.map(({ labels, annotations, firedAtMs, activeAtMs }) => ({
      labels: { ...externalLabels, ...labels },
      annotations,
      startsAtMs: firedAtMs ?? activeAtMs,
      endsAtMs: options.nowMs,
      receivers: options.receivers,
    })),
  );
}

function keyOf(id: string): string {
  return `rule-${id}`;
}
