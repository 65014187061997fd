import type { Labels } from '@glasspane/promql/syntax';

/**
 * A rule that raises alerts, as it is evaluated.
 *
 * @public
 */
export interface AlertingRule {
  readonly type: 'alerting';
  /** The `alertname` of its alerts. */
  readonly name: string;
  /** PromQL; each series of the result is an alert. */
  readonly expr: string;
  /** How long a series must be there before its alert fires, in milliseconds; 0 for at once. */
  readonly forMs: number;
  /** How long an alert goes on after its series is gone, in milliseconds; 0 for not at all. */
  readonly keepFiringForMs: number;
  /** Templates of the labels that alerts get besides those of the series. */
  readonly labels: Labels;
  /** Templates of texts for people. */
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * A rule that records what its expression gives, as series of another name.
 *
 * @public
 */
export interface RecordingRule {
  readonly type: 'recording';
  /** The name of the metric that it writes. */
  readonly name: string;
  /** PromQL. */
  readonly expr: string;
  /** Labels that the series get besides those of the result. No templates. */
  readonly labels: Labels;
}

/**
 * Something that is evaluated again and again.
 *
 * @public
 */
export type Rule = AlertingRule | RecordingRule;

/**
 * One series of what a rule's expression gave.
 *
 * @public
 */
export interface RuleSample {
  readonly labels: Labels;
  readonly value: number;
}
