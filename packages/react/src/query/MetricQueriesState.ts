import type { AbsoluteTimeRange, GlasspaneError } from '@glasspane/core';
import type { WidgetQueryResult } from '../widget/defineWidget.ts';

/**
 * The answers of a set of queries.
 *
 * @public
 */
export interface ReadyMetricQueries {
  readonly status: 'ready';
  /** One for each query that is not hidden, in their order. Same content, same reference. */
  readonly results: readonly WidgetQueryResult[];
  /** The time range that the results are for. */
  readonly timeRange: AbsoluteTimeRange;
  /** When the oldest of the answers was received, in milliseconds since the epoch. */
  readonly updatedAtMs: number;
  /** Whether these answers stand in for those of another time range, which are on their way. */
  readonly isOutdated: boolean;
  /** Why the latest try failed; the answers are those of an earlier one. */
  readonly refreshError?: GlasspaneError | undefined;
}

/**
 * How far a set of queries has come.
 *
 * - `loading`: at least one has no answer yet.
 * - `error`: at least one failed and has no earlier answer.
 * - `ready`: each has an answer.
 *
 * @public
 */
export type MetricQueriesState =
  | { readonly status: 'loading' }
  | {
      readonly status: 'error';
      readonly error: GlasspaneError;
      /** Whether it is being asked again. */
      readonly isRetrying: boolean;
    }
  | ReadyMetricQueries;
