import type { Backend, ScheduledReport } from '@glasspane/core';
import { useState } from 'react';
import { usePanel } from '../panels/PanelContext.ts';
import { type UseBackendQueryResult, useBackendQuery } from '../panels/useBackendQuery.ts';
import { reportsOf } from './reportsOf.ts';
import { runState } from './runState.ts';

/** What {@link useReports} gives. */
export interface UseReportsResult {
  readonly query: UseBackendQueryResult<readonly ScheduledReport[]>;
  /** How often to ask for what moves, in milliseconds; left out: as often as the panel. */
  readonly refreshIntervalMs: number | undefined;
}

const busyIntervalMs = 1000;

/** Asks for the reports of a backend, more often while one is being sent. */
export function useReports(backend: Backend): UseReportsResult {
  const { clock, refreshIntervalMs } = usePanel();
  const [isBusy, setIsBusy] = useState(false);
  const intervalMs = isBusy ? Math.min(busyIntervalMs, refreshIntervalMs) : undefined;
  const query = useBackendQuery({
    backend,
    topic: 'reports',
    ask: async (signal) => reportsOf(backend).list(signal),
    refreshIntervalMs: intervalMs,
  });
  const nowMs = clock.now();
  const isSending =
    query.state.status === 'ready' &&
    query.state.data.some(({ lastRun }) => lastRun !== undefined && runState(lastRun, nowMs) === 'sending');
  if (isSending !== isBusy) setIsBusy(isSending);
  return { query, refreshIntervalMs: intervalMs };
}
