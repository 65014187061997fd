import type { Backend, Clock, TimeRange } from '@glasspane/core';
import { useEffect, useMemo } from 'react';
import { type LogRows, logRows } from './logRows.ts';
import type { TailState } from './tailState.ts';
import { type LogHistoryState, useLogHistory } from './useLogHistory.ts';
import { useLogTail } from './useLogTail.ts';

/** Options of {@link useLogs}. */
export interface UseLogsOptions {
  readonly backend: Backend;
  /** The query; left out: nothing is asked. */
  readonly expr: string | undefined;
  readonly timeRange: TimeRange;
  readonly timeZone: string | undefined;
  readonly maxLines: number;
  /** Whether new lines are wanted as they come. */
  readonly isLive: boolean;
  readonly isPaused: boolean;
  readonly refreshIntervalMs: number;
  readonly clock: Clock;
}

/** What {@link useLogs} gives. */
export interface UseLogsResult extends LogRows {
  readonly history: LogHistoryState;
  readonly tail: TailState;
}

/** How often to ask a source that cannot be followed, or cannot be followed at present. */
const POLL_MS = 3000;
/** What was stored after the query was answered and before the source could be followed is found by asking again. */
const CATCH_UP_MS = 2000;

/** Finds the newest lines of a query, and follows those that come after them. */
export function useLogs(options: UseLogsOptions): UseLogsResult {
  const { backend, expr, maxLines, isLive, isPaused, clock } = options;
  const logs = isLive ? backend.logs : undefined;
  const tail = useLogTail({ logs, expr, isPaused, maxLines, clock });
  const isTailing = tail.isFollowing && tail.error === undefined;
  const pollMs = isLive ? (isTailing || isPaused ? 0 : POLL_MS) : options.refreshIntervalMs;
  const history = useLogHistory({ ...options, refreshIntervalMs: pollMs });
  const { refetch } = history;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new function each time, which does the same
  useEffect(() => {
    return tail.isFollowing && expr !== undefined ? clock.setTimeout(refetch, CATCH_UP_MS) : undefined;
  }, [tail.isFollowing, expr, clock]);
  const found = history.data?.entries;
  const rows = useMemo(() => logRows(found ?? [], tail.shown, maxLines), [found, tail.shown, maxLines]);
  return { ...rows, history, tail };
}
