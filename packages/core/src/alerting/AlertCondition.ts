import type { Matcher } from '@glasspane/promql/syntax';

/**
 * The short form of an alert rule's condition: one metric, compared with one number.
 *
 * @public
 */
export interface AlertCondition {
  readonly metric: string;
  /** Which series of the metric. @defaultValue all */
  readonly matchers?: readonly Matcher[] | undefined;
  /** What becomes of each series over a time: `rate` for a counter, `max_over_time` for a gauge. @defaultValue nothing */
  readonly over?:
    | {
        readonly reducer: 'rate' | 'increase' | 'avg_over_time' | 'min_over_time' | 'max_over_time' | 'sum_over_time';
        /** Milliseconds. */
        readonly windowMs: number;
      }
    | undefined;
  /** How series become one. @defaultValue each series is judged by itself */
  readonly aggregate?:
    | {
        readonly operator: 'sum' | 'avg' | 'min' | 'max' | 'count';
        /** The labels that keep series apart. @defaultValue none: all series become one */
        readonly by?: readonly string[] | undefined;
      }
    | undefined;
  readonly operator: '>' | '>=' | '<' | '<=' | '==' | '!=';
  readonly threshold: number;
}
