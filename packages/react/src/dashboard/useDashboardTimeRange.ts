import type { TimeRange } from '@glasspane/core';
import { useDashboardContext, useDashboardState } from './DashboardContext.ts';

/**
 * The time range of a dashboard.
 *
 * @public
 */
export interface UseDashboardTimeRangeResult {
  readonly timeRange: TimeRange;
  /** Changes the time range; where the host controls it, asks the host to. */
  setTimeRange(timeRange: TimeRange): void;
}

/**
 * Returns the time range of the dashboard around it, and how to change it.
 *
 * @throws Error When there is no `<Dashboard>` above.
 * @public
 */
export function useDashboardTimeRange(): UseDashboardTimeRangeResult {
  const { store } = useDashboardContext('useDashboardTimeRange');
  const timeRange = useDashboardState('useDashboardTimeRange', (state) => state.values.timeRange);
  return { timeRange, setTimeRange: (next) => store.getState().change({ timeRange: next }) };
}
