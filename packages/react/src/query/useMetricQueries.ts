import {
  type AbsoluteTimeRange,
  type Backend,
  type Clock,
  type MetricQueryInput,
  type MetricQueryOptions,
  metricQueryOptions,
  type Query,
  resolveTimeRange,
  type TimeRange,
  toGlasspaneError,
  type VariableValues,
} from '@glasspane/core';
import { hashKey, useQueries, useQueryClient } from '@tanstack/react-query';
import { useContext, useEffect, useRef } from 'react';
import { browserClock } from '../provider/browserClock.ts';
import { combineResults, isPassing } from './combineResults.ts';
import type { RefreshHub } from './createRefreshHub.ts';
import type { MetricQueriesState } from './MetricQueriesState.ts';
import { RefreshHubContext } from './RefreshHubContext.ts';
import { refreshGapMs } from './refreshGap.ts';
import { useRefreshMembers } from './useRefreshMembers.ts';

/**
 * Options of {@link useMetricQueries}.
 *
 * @public
 */
export interface UseMetricQueriesOptions {
  readonly backend: Backend;
  /** The queries; hidden ones are not asked. */
  readonly queries: readonly Query[];
  readonly timeRange: TimeRange;
  /** The width of what shows the results, in CSS pixels: the step follows from it. Left out: nothing is asked yet. */
  readonly widthPx: number | undefined;
  /** How queries are asked that do not say it themselves. Left out: as a range. */
  readonly mode?: 'range' | 'instant' | undefined;
  readonly variables?: VariableValues | undefined;
  /** An IANA time zone; left out: the browser's. */
  readonly timeZone?: string | undefined;
  /**
   * How often to ask again while the tab is shown, in milliseconds; 0 or left out: never. A time range of fixed moments
   * is left alone once it is over.
   */
  readonly refreshIntervalMs?: number | undefined;
  /** Keeps from asking again by itself. */
  readonly isPaused?: boolean | undefined;
  /** Whether to ask at all. Left out: yes. */
  readonly isEnabled?: boolean | undefined;
  readonly clock?: Clock | undefined;
}

/**
 * What {@link useMetricQueries} gives.
 *
 * @public
 */
export interface UseMetricQueriesResult {
  readonly state: MetricQueriesState;
  /** Asks all queries again, now. */
  refetch(): void;
}

/** How long to wait before asking a backend again that did not answer. */
const retryAfterMs = 3000;
const noVariables: VariableValues = {};

/**
 * Asks a backend's metrics, keeps the answers current, and renders again when they change. Answers are shared with every
 * component that asks the same of the same backend. While a new time range is on its way, the former answers stay.
 *
 * Needs a TanStack `QueryClient` in context; components inside a `<Dashboard>` have one, and there the dashboard's live
 * channel refreshes them as well.
 *
 * @public
 */
export function useMetricQueries(options: UseMetricQueriesOptions): UseMetricQueriesResult {
  const { backend, widthPx, isPaused = false, isEnabled = true } = options;
  const client = useQueryClient();
  const live = useContext(RefreshHubContext);
  const queries = options.queries.filter(({ isHidden }) => isHidden !== true);
  const inputs = widthPx === undefined ? [] : queries.map((query) => toInput(query, widthPx, options));
  const queryOptions = inputs.map(metricQueryOptions);
  const hub = isEnabled && live?.backendId === backend.id ? live.hub : undefined;
  const current = useQueries({
    queries: queryOptions.map((query, index) => ({
      ...query,
      queryFn: (context: { readonly signal: AbortSignal }) => query.queryFn(context).catch(rejectAsOurs),
      enabled: isEnabled,
      refetchOnWindowFocus: () => !isPaused && !isPast(options),
      refetchInterval: ({ state }: { readonly state: { readonly error: Error | null } }) =>
        isPaused ? false : nextRefreshMs(state.error, intervalMs(inputs[index], options, hub)),
    })),
    combine: (results) => combineResults(queries, results, () => rangeNow(options)),
  });
  const hashes = hashesOf(queryOptions);
  useRefreshMembers({
    hub,
    inputs,
    queryOptions,
    hashes,
  });
  return {
    state: useFormerState(current, JSON.stringify([backend.id, queries]), hashes),
    refetch() {
      for (const { queryKey } of queryOptions) void client.refetchQueries({ queryKey, exact: true });
    },
  };
}

function hashesOf(queryOptions: readonly MetricQueryOptions[]): string {
  return queryOptions.map(({ queryKey }) => hashKey(queryKey)).join('\n');
}

function toInput(query: Query, widthPx: number, options: UseMetricQueriesOptions): MetricQueryInput {
  const { backend, timeRange, variables = noVariables, timeZone, clock = browserClock } = options;
  const mode = query.instant === undefined ? options.mode : query.instant ? 'instant' : 'range';
  return { backend, query, timeRange, widthPx, variables, timeZone, clock, mode };
}

/** Errors are compared by reference from here on, so a foreign one is wrapped once and not at every render. */
function rejectAsOurs(error: unknown): never {
  throw toGlasspaneError(error);
}

/** How late a sample may come that a range of fixed moments still waits for. */
const lateMs = 60_000;

/** Tells whether what a time range gives is settled: it is tied to no present moment, and ended a while ago. */
function isPast(options: UseMetricQueriesOptions): boolean {
  const { from, to } = options.timeRange;
  const { clock = browserClock } = options;
  return ![from, to].some((end) => end.includes('now')) && rangeNow(options).endMs < clock.now() - lateMs;
}

function rangeNow({ timeRange, timeZone, clock = browserClock }: UseMetricQueriesOptions): AbsoluteTimeRange {
  const nowMs = clock.now();
  try {
    return resolveTimeRange(timeRange, nowMs, timeZone);
  } catch {
    return { startMs: nowMs - 3_600_000, endMs: nowMs };
  }
}

/** Where a live channel tells of new samples, the interval only catches what it does not, and gives way to it. */
const patience = 1.5;

function intervalMs(
  input: MetricQueryInput | undefined,
  options: UseMetricQueriesOptions,
  hub: RefreshHub | undefined,
): number {
  const { refreshIntervalMs = 0 } = options;
  if (refreshIntervalMs === 0 || isPast(options)) return 0;
  if (hub?.isLive() !== true || input === undefined) return refreshIntervalMs;
  return Math.max(refreshIntervalMs, refreshGapMs(input)) * patience;
}

function nextRefreshMs(error: Error | null, refreshIntervalMs: number): number | false {
  if (error === null || !isPassing(toGlasspaneError(error))) return refreshIntervalMs > 0 && refreshIntervalMs;
  const waitMs = toGlasspaneError(error).retryAfterMs ?? retryAfterMs;
  return refreshIntervalMs > 0 ? Math.min(refreshIntervalMs, waitMs) : waitMs;
}

interface FormerState {
  readonly state: Exclude<MetricQueriesState, { readonly status: 'loading' }>;
  readonly owner: string;
  readonly hashes: string;
}

/**
 * Lets former answers stand in while those of another time range, width or variable are on their way, and a former error
 * while the same is asked again.
 */
function useFormerState(current: MetricQueriesState, owner: string, hashes: string): MetricQueriesState {
  const ref = useRef<FormerState>(undefined);
  useEffect(() => {
    if (current.status !== 'loading') ref.current = { state: current, owner, hashes };
  }, [current, owner, hashes]);
  const former = ref.current;
  if (current.status !== 'loading' || former?.owner !== owner) return current;
  if (former.state.status === 'ready') return { ...former.state, isOutdated: true };
  return former.hashes === hashes ? { ...former.state, isRetrying: true } : current;
}
