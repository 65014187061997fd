import type { LiveState } from '@glasspane/core';
import { useDashboardContext, useDashboardState } from './DashboardContext.ts';

/**
 * How a dashboard keeps its data current.
 *
 * @public
 */
export interface UseDashboardRefreshResult {
  /** In milliseconds; 0 means not by interval. */
  readonly refreshIntervalMs: number;
  readonly isPaused: boolean;
  /** The state of the live channel; `off` where there is none. */
  readonly live: LiveState | 'off';
  setRefreshIntervalMs(refreshIntervalMs: number): void;
  setPaused(isPaused: boolean): void;
  /** Asks all widgets on the screen again, now. */
  refreshNow(): void;
}

/**
 * Returns how the dashboard around it refreshes, and how to change that.
 *
 * @throws Error When there is no `<Dashboard>` above.
 * @public
 */
export function useDashboardRefresh(): UseDashboardRefreshResult {
  const { store, hub } = useDashboardContext('useDashboardRefresh');
  const { refreshIntervalMs, isPaused } = useDashboardState('useDashboardRefresh', (state) => state.values);
  const live = useDashboardState('useDashboardRefresh', (state) => state.live);
  const { change } = store.getState();
  return {
    refreshIntervalMs,
    isPaused,
    live,
    setRefreshIntervalMs: (next) => change({ refreshIntervalMs: next }),
    setPaused: (next) => change({ isPaused: next }),
    refreshNow: hub.refreshAll,
  };
}
