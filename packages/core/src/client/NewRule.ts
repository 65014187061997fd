import type { AlertCondition } from '../alerting/AlertCondition.ts';
import type { AlertRule, AlertSeverity } from '../alerting/AlertRule.ts';

/**
 * An alert rule as a program writes it down: with its condition in PromQL, or in the short form of a metric, an operator
 * and a threshold.
 *
 * @public
 */
export interface NewRule
  extends Partial<Omit<AlertRule, 'severity' | 'forMs' | 'keepFiringForMs' | 'expr'>>,
    Partial<Omit<AlertCondition, 'operator'>> {
  /** What is wrong, in PromQL, with a comparison: `error_rate > 0.05`. Not together with the short form. */
  readonly condition?: string | undefined;
  /** Of the short form. @defaultValue '>' */
  readonly operator?: AlertCondition['operator'] | undefined;
  /** How long the condition must hold: `5m`, or milliseconds. @defaultValue it alerts at once */
  readonly duration?: string | number | undefined;
  /** How long an alert goes on after its condition is over: `10m`, or milliseconds. @defaultValue it ends at once */
  readonly keepFiringFor?: string | number | undefined;
  /** @defaultValue 'warning' */
  readonly severity?: AlertSeverity | undefined;
}

/**
 * What changes of an alert rule; what is left out stays as it is.
 *
 * @public
 */
export type RuleChanges = Omit<NewRule, 'id'>;
