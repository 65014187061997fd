/**
 * How much an alert matters, the worst first.
 *
 * @public
 */
export type AlertSeverity = 'critical' | 'warning' | 'info';

/**
 * When to alert: a query that gives one series for each thing that is wrong, and gives none when all is well.
 *
 * @public
 */
export interface AlertRule {
  readonly id: string;
  /** The `alertname` of its alerts: `high_error_rate`. */
  readonly name: string;
  readonly description?: string | undefined;
  /** PromQL; each series of the result is an alert. */
  readonly expr: string;
  /** How long a series must be there before its alert fires, in milliseconds. Left out: it fires at once. */
  readonly forMs?: number | undefined;
  /** How long an alert goes on after its series is gone, in milliseconds. Left out: it ends at once. */
  readonly keepFiringForMs?: number | undefined;
  readonly severity: AlertSeverity;
  /** Labels that its alerts have besides those of the series; routes and silences match them. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Texts for people, such as `summary` and `runbook_url`. */
  readonly annotations?: Readonly<Record<string, string>> | undefined;
  /** The ids of the channels that are told. Left out: the routes decide. */
  readonly channels?: readonly string[] | undefined;
  /** Keeps the rule without evaluating it. */
  readonly isPaused?: boolean | undefined;
}
