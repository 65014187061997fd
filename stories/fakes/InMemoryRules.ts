import {
  type AlertRule,
  type AlertRuleStatus,
  type Channel,
  GlasspaneError,
  type NewAlertRule,
  type RuleEditor,
  type RuleSource,
} from '@glasspane/core';

/** Alert rules in memory, for stories and tests. What they give is decided from outside: nothing is evaluated. */
export class InMemoryRules {
  readonly rules: Map<string, AlertRule>;
  /** What each rule gives, by its id. Left out: it is inactive and well. */
  readonly results: ReadonlyMap<string, Partial<AlertRuleStatus>>;
  readonly #channels: readonly Channel[];

  constructor(
    rules: readonly AlertRule[],
    channels: readonly Channel[],
    results: ReadonlyMap<string, Partial<AlertRuleStatus>> = new Map(),
  ) {
    this.rules = new Map(rules.map((rule) => [rule.id, rule]));
    this.#channels = channels;
    this.results = results;
  }

  get source(): RuleSource {
    return { list: this.#list, editor: this.#editor };
  }

  /** The same rules, which can only be looked at. */
  get readOnlySource(): RuleSource {
    return { list: async () => (await this.#list()).map((status) => ({ ...status, isEditable: false })) };
  }

  readonly #list = async (): Promise<readonly AlertRuleStatus[]> =>
    [...this.rules.values()].map((rule) => ({ ...statusOf(rule), ...this.results.get(rule.id) }));

  readonly #editor: RuleEditor = {
    list: async () => [...this.rules.values()],
    get: async (id: string) => this.#ruleOf(id),
    create: async (rule: NewAlertRule) => {
      const id = rule.id ?? `rule-${this.rules.size + 1}`;
      if ([...this.rules.values()].some(({ name }) => name === rule.name)) {
        throw new GlasspaneError('conflict', `There is a rule named "${rule.name}" already; choose another name.`);
      }
      const made = { ...rule, id };
      this.rules.set(id, made);
      return made;
    },
    update: async (rule: AlertRule) => {
      this.#ruleOf(rule.id);
      this.rules.set(rule.id, rule);
      return rule;
    },
    delete: async (id: string) => {
      this.#ruleOf(id);
      this.rules.delete(id);
    },
    channels: async () => this.#channels,
  };

  #ruleOf(id: string): AlertRule {
    const rule = this.rules.get(id);
    if (rule === undefined) throw new GlasspaneError('not_found', `There is no alert rule "${id}".`);
    return rule;
  }
}

function statusOf(rule: AlertRule): AlertRuleStatus {
  return {
    id: rule.id,
    group: 'glasspane',
    name: rule.name,
    expr: rule.expr,
    forMs: rule.forMs ?? 0,
    keepFiringForMs: rule.keepFiringForMs ?? 0,
    labels: { ...rule.labels, severity: rule.severity },
    annotations: rule.annotations ?? {},
    state: 'inactive',
    health: 'ok',
    alerts: [],
    isEditable: true,
    isPaused: rule.isPaused ?? false,
  };
}
