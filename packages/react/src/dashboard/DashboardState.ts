import type { AlertRuleStatus, GlasspaneError, LiveState, TimeRange, VariableValues } from '@glasspane/core';

/**
 * What a viewer can change on a dashboard, and a host can control.
 *
 * @public
 */
export interface DashboardValues {
  readonly timeRange: TimeRange;
  /** How often visible widgets ask again, in milliseconds; 0 means only when told to, or by the live channel. */
  readonly refreshIntervalMs: number;
  readonly isPaused: boolean;
  readonly variables: VariableValues;
}

/** A widget whose backend does not answer. */
export interface WidgetOutage {
  readonly error: GlasspaneError;
  /** When the data that is still shown was received; left out where there is none. */
  readonly dataFromMs?: number | undefined;
}

/** The whole state of one dashboard instance. It is read through hooks, and changed through its actions only. */
export interface DashboardState {
  readonly values: DashboardValues;
  /** The time ranges that the viewer had before, the oldest first. */
  readonly pastTimeRanges: readonly TimeRange[];
  /** The widgets whose table is shown in place of their view. */
  readonly tableWidgetIds: ReadonlySet<string>;
  /** The widgets that are on the screen or near it. */
  readonly visibleWidgetIds: ReadonlySet<string>;
  /** The state of the live channel; `off` where there is none. */
  readonly live: LiveState | 'off';
  /** The visible widgets whose backend cannot be reached, by widget id. */
  readonly outages: ReadonlyMap<string, WidgetOutage>;
  /** The alert rules that have alerts, where the backend has rules. */
  readonly alertRules: readonly AlertRuleStatus[];
}
