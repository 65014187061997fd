import {
  type AbsoluteTimeRange,
  type GlasspaneError,
  type MetricQueryData,
  type Query,
  toGlasspaneError,
} from '@glasspane/core';
import type { MetricQueriesState } from './MetricQueriesState.ts';

/** What is read of the result of one query. */
export interface SingleResult {
  readonly data: MetricQueryData | undefined;
  readonly error: Error | null;
  readonly dataUpdatedAt: number;
}

/**
 * Makes one state of the results of several queries, which are in the same order.
 *
 * @param rangeNow - Returns the time range for widgets that ask nothing.
 */
export function combineResults(
  queries: readonly Query[],
  results: readonly SingleResult[],
  rangeNow: () => AbsoluteTimeRange,
): MetricQueriesState {
  const answers = queries.flatMap((query, index) => {
    const result = results[index];
    return result?.data === undefined ? [] : [{ query, data: result.data, updatedAtMs: result.dataUpdatedAt }];
  });
  const failed = results.find(({ error, data }) => error !== null && data === undefined);
  if (failed !== undefined) return { status: 'error', error: toGlasspaneError(failed.error), isRetrying: false };
  if (answers.length < queries.length) return { status: 'loading' };
  const refreshError = results.find(({ error }) => error !== null)?.error;
  return {
    status: 'ready',
    results: answers.map(({ query, data: { frame, notices } }) => ({ query, frame, notices })),
    timeRange: answers[0]?.data.timeRange ?? rangeNow(),
    updatedAtMs: Math.min(...answers.map(({ updatedAtMs }) => updatedAtMs)),
    isOutdated: false,
    refreshError: refreshError == null ? undefined : toGlasspaneError(refreshError),
  };
}

/** Returns whether asking the same again, soon, may give an answer. */
export function isPassing(error: GlasspaneError): boolean {
  return isOutage(error) || error.code === 'timeout' || error.code === 'rate_limited';
}

/** Returns whether an error says that the backend as a whole does not serve. */
export function isOutage({ code }: GlasspaneError): boolean {
  return code === 'unreachable' || code === 'unavailable';
}
