import { messageOf } from '../store/storeErrors.ts';
import { postResolved } from './EditableRules.ts';
import type { RuleGroup } from './RuleGroup.ts';
import { RuleGroupLoop } from './RuleGroupLoop.ts';
import type { RuleMetrics } from './RuleMetrics.ts';
import { RuleRunner, type RuleWorld } from './RuleRunner.ts';
import { keyOfFileRule } from './RuleStateStore.ts';

/** The rules that come with the configuration: those of files, and those that its prices make. */
export class FileRules {
  readonly #world: RuleWorld;
  readonly #metrics: RuleMetrics;
  #loops: readonly RuleGroupLoop[] = [];

  constructor(world: RuleWorld, metrics: RuleMetrics) {
    this.#world = world;
    this.#metrics = metrics;
  }

  get loops(): readonly RuleGroupLoop[] {
    return this.#loops;
  }

  /** Begins to evaluate groups, and ends the alerts of rules that are not there any more. */
  async start(groups: readonly RuleGroup[]): Promise<void> {
    this.#loops = groups.map((group) => this.#loopOf(group));
    await this.#forgetOthers();
    for (const loop of this.#loops) loop.start(false);
  }

  /** Resolves once nothing of it runs any more. */
  async stop(): Promise<void> {
    await Promise.all(this.#loops.map((loop) => loop.stop()));
  }

  #loopOf(group: RuleGroup): RuleGroupLoop {
    const seen = new Map<string, number>();
    const runners = group.rules.map((rule) => {
      const identity = JSON.stringify([rule.name, Object.entries(rule.labels).sort()]);
      const occurrence = seen.get(identity) ?? 0;
      seen.set(identity, occurrence + 1);
      return new RuleRunner({ key: keyOfFileRule(group.file, group.name, rule, occurrence), rule }, group, this.#world);
    });
    const identity = `${group.file};${group.name}`;
    return new RuleGroupLoop(group, runners, this.#world, { identity, metrics: this.#metrics });
  }

  async #forgetOthers(): Promise<void> {
    const { states, clock, log } = this.#world;
    const known = new Set(this.#loops.flatMap(({ runners }) => runners.map(({ running }) => running.key)));
    for (const key of states.keys()) {
      if (known.has(key) || !key.startsWith('file-')) continue;
      const alerts = states.alertsOf(key);
      await states.save(key, '', { alerts: [] });
      try {
        await postResolved(alerts, this.#world, { nowMs: clock.now() });
      } catch (error) {
        log.error('the alerts of a removed rule could not be ended', { error: messageOf(error) });
      }
    }
  }
}
