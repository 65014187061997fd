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
  /** Whether there is a time range that the viewer had before. */
  readonly canZoomBack: boolean;
  /** Goes back to the time range before, if there is one; where the host controls it, asks the host to. */
  zoomBack(): void;
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
  const canZoomBack = useDashboardState('useDashboardTimeRange', (state) => state.pastTimeRanges.length > 0);
  return {
    timeRange,
    setTimeRange: (next) => store.getState().change({ timeRange: next }),
    canZoomBack,
    zoomBack: () => store.getState().zoomBack(),
  };
}
