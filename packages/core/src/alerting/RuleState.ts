import type { Labels } from '@glasspane/promql/syntax';
import type { AlertState } from './Alert.ts';

/**
 * An alert of a rule, and its life so far. All of it is JSON.
 *
 * @public
 */
export interface ActiveAlert {
  /** `alertname`, the labels of the series and those of the rule. */
  readonly labels: Labels;
  readonly annotations: Readonly<Record<string, string>>;
  readonly state: AlertState;
  /** What the expression gave last, as Prometheus writes numbers; a text, because JSON knows neither NaN nor infinity. */
  readonly value: string;
  /** Since when its series is there, in milliseconds since the epoch. */
  readonly activeAtMs: number;
  /** When it began to fire. */
  readonly firedAtMs?: number | undefined;
  /** When it ended. */
  readonly resolvedAtMs?: number | undefined;
  /** Since when it fires although its series is gone. */
  readonly keepFiringSinceMs?: number | undefined;
}

/**
 * The alerts of a rule, those that were resolved in the last 15 minutes included. All of it is JSON, so that it can be
 * kept over a restart.
 *
 * @public
 */
export interface RuleState {
  readonly alerts: readonly ActiveAlert[];
}
