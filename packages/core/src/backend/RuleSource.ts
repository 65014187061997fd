import type { Alert } from '../alerting/Alert.ts';
import type { AlertRule } from '../alerting/AlertRule.ts';

/**
 * An alert rule as the backend evaluates it, and what it gave.
 *
 * @public
 */
export interface AlertRuleStatus {
  /** The id of the {@link AlertRule} where the backend can edit it, else a text that is unique in the backend. */
  readonly id: string;
  /** The group that it is evaluated with. */
  readonly group: string;
  readonly name: string;
  readonly expr: string;
  readonly forMs: number;
  readonly keepFiringForMs: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** The worst state of its alerts. */
  readonly state: 'inactive' | 'pending' | 'firing';
  /** Whether its last evaluation went well. */
  readonly health: 'ok' | 'error' | 'unknown';
  /** Why not. */
  readonly lastError?: string | undefined;
  /** Milliseconds since the epoch; left out before the first one. */
  readonly lastEvaluationMs?: number | undefined;
  readonly alerts: readonly Alert[];
  /** Whether the {@link RuleEditor} can change it. */
  readonly isEditable: boolean;
  /** Whether it is kept without being evaluated. */
  readonly isPaused: boolean;
}

/**
 * A way for people to be told.
 *
 * @public
 */
export interface Channel {
  /** What rules and routes call it: `email`. */
  readonly id: string;
  /** How it tells, where the backend says so: `email`, `slack`, `webhook`. */
  readonly types: readonly string[];
}

/**
 * A rule to be made; without an id, the backend gives it one.
 *
 * @public
 */
export type NewAlertRule = Omit<AlertRule, 'id'> & { readonly id?: string | undefined };

/**
 * Changes alert rules.
 *
 * @public
 */
export interface RuleEditor {
  list(signal?: AbortSignal): Promise<readonly AlertRule[]>;
  get(id: string, signal?: AbortSignal): Promise<AlertRule>;
  create(rule: NewAlertRule, signal?: AbortSignal): Promise<AlertRule>;
  /** Replaces the rule of that id. */
  update(rule: AlertRule, signal?: AbortSignal): Promise<AlertRule>;
  delete(id: string, signal?: AbortSignal): Promise<void>;
  /** Returns the channels that a rule may name. */
  channels(signal?: AbortSignal): Promise<readonly Channel[]>;
}

/**
 * The alert rules that a backend evaluates.
 *
 * @public
 */
export interface RuleSource {
  list(signal?: AbortSignal): Promise<readonly AlertRuleStatus[]>;
  /** Left out where rules can only be looked at, as in Prometheus. */
  readonly editor?: RuleEditor | undefined;
}
