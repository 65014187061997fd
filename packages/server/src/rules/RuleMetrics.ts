import { Counter } from '../collect/registry/Counter.ts';
import type { Instrument } from '../collect/registry/Instrument.ts';
import type { RuleGroup } from './RuleGroup.ts';
import type { LastEvaluation } from './RuleRunner.ts';

const LABELS = ['rule_group'] as const;

/** What the evaluation of rules tells of itself. */
export class RuleMetrics {
  readonly #evaluations = new Counter({
    name: 'glasspane_rule_evaluations_total',
    help: 'Rules that were evaluated.',
    labelNames: LABELS,
  });
  readonly #failures = new Counter({
    name: 'glasspane_rule_evaluation_failures_total',
    help: 'Rules that could not be evaluated.',
    labelNames: LABELS,
  });
  readonly #seconds = new Counter({
    name: 'glasspane_rule_evaluation_seconds_total',
    help: 'Time that the evaluation of rules took.',
    labelNames: LABELS,
  });
  readonly #missed = new Counter({
    name: 'glasspane_rule_group_iterations_missed_total',
    help: 'Evaluations of a group that were left out because the one before took too long.',
    labelNames: LABELS,
  });

  get instruments(): readonly Instrument[] {
    return [this.#evaluations, this.#failures, this.#seconds, this.#missed];
  }

  count(group: RuleGroup, { seconds, error }: LastEvaluation): void {
    const labels = labelsOf(group);
    this.#evaluations.increment(labels);
    this.#failures.increment(labels, error === undefined ? 0 : 1);
    this.#seconds.increment(labels, Math.max(0, seconds));
  }

  countMissed(group: RuleGroup, count: number): void {
    this.#missed.increment(labelsOf(group), count);
  }
}

function labelsOf({ file, name }: RuleGroup): { readonly rule_group: string } {
  return { rule_group: file === '' ? name : `${file};${name}` };
}
