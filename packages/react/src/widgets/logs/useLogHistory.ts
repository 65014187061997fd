import {
  type AbsoluteTimeRange,
  type Backend,
  type Clock,
  GlasspaneError,
  type LogEntry,
  resolveTimeRange,
  type TimeRange,
  toGlasspaneError,
} from '@glasspane/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

/** Options of {@link useLogHistory}. */
export interface UseLogHistoryOptions {
  readonly backend: Backend;
  /** The query; left out: nothing is asked. */
  readonly expr: string | undefined;
  readonly timeRange: TimeRange;
  readonly timeZone: string | undefined;
  readonly maxLines: number;
  /** How often to ask again, in milliseconds; 0: never. */
  readonly refreshIntervalMs: number;
  readonly clock: Clock;
}

/** The lines that a query found. */
export interface LogHistory {
  /** The newest first. */
  readonly entries: readonly LogEntry[];
  readonly range: AbsoluteTimeRange;
}

/** What is known of the lines of a query. */
export interface LogHistoryState {
  readonly data: LogHistory | undefined;
  readonly error: GlasspaneError | null;
  readonly isFetching: boolean;
  /** Whether the lines are those of another query, while those of this one are on their way. */
  readonly isOutdated: boolean;
  refetch(): void;
}

/** Asks a backend for the newest lines of a query. One more than is shown, to know whether there are more. */
export function useLogHistory(options: UseLogHistoryOptions): LogHistoryState {
  const { backend, expr, timeRange, timeZone, maxLines, refreshIntervalMs, clock } = options;
  const { from, to } = timeRange;
  const query = useQuery<LogHistory, GlasspaneError>({
    queryKey: ['glasspane', 'backend', backend.id, 'logs', { expr, from, to, timeZone, maxLines }],
    queryFn: async ({ signal }) => {
      try {
        if (backend.logs === undefined) throw new GlasspaneError('unsupported', 'This backend has no logs.');
        const range = resolveTimeRange(timeRange, clock.now(), timeZone);
        // The present moment counts too: the end is exclusive.
        const request = { expr: expr ?? '', startMs: range.startMs, endMs: range.endMs + 1, limit: maxLines + 1 };
        return { entries: await backend.logs.query(request, signal), range };
      } catch (error) {
        throw toGlasspaneError(error);
      }
    },
    enabled: expr !== undefined,
    refetchInterval: refreshIntervalMs > 0 && refreshIntervalMs,
    retry: false,
    // A held view does not move, and others are refreshed or followed.
    refetchOnWindowFocus: false,
    networkMode: 'always',
    structuralSharing: false,
    placeholderData: keepPreviousData,
  });
  return {
    data: query.data,
    error: query.error,
    isFetching: query.isFetching,
    isOutdated: query.isPlaceholderData,
    refetch: () => void query.refetch(),
  };
}
