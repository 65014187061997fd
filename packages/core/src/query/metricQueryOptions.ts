import type { QueryFunctionContext } from '@tanstack/query-core';
import type { Backend } from '../backend/Backend.ts';
import type { QueryResult } from '../backend/MetricSource.ts';
import type { Clock } from '../clock/Clock.ts';
import { toGlasspaneError } from '../errors/toGlasspaneError.ts';
import { shareFrame } from '../frame/shareFrame.ts';
import { isLiveRange, resolveTimeRange } from '../timeRange/resolveTimeRange.ts';
import type { AbsoluteTimeRange, TimeRange } from '../timeRange/TimeRange.ts';
import type { VariableValue, VariableValues } from '../variables/Variable.ts';
import { variablesIn } from '../variables/variableReferences.ts';
import type { Query } from './Query.ts';
import { askedRange, withoutOffset } from './queryWindow.ts';
import { resolveQuery } from './resolveQuery.ts';

/**
 * What {@link metricQueryOptions} needs to know.
 *
 * @public
 */
export interface MetricQueryInput {
  readonly backend: Backend;
  readonly query: Query;
  /** The time range as it is written; its present moment is read from the clock each time the query runs. */
  readonly timeRange: TimeRange;
  /** The width of what shows the result, in pixels. Widths that differ by a few pixels share one result. */
  readonly widthPx: number;
  readonly variables: VariableValues;
  readonly clock: Clock;
  /** An IANA name; left out: the time zone of the environment. */
  readonly timeZone?: string | undefined;
  /** The smallest step of queries that say nothing of it, in milliseconds. */
  readonly minStepMs?: number | undefined;
  /** Left out: `instant` where the query says so, else `range`. */
  readonly mode?: 'range' | 'instant' | undefined;
}

/**
 * The result of a query, and the time range that it answers.
 *
 * @public
 */
export interface MetricQueryData extends QueryResult {
  /** The time range as it was when the query ran: the extent of a chart's time axis. */
  readonly timeRange: AbsoluteTimeRange;
}

/**
 * Names a query in a TanStack cache. Two queries with the same key may share one result.
 *
 * @public
 */
export type MetricQueryKey = readonly ['glasspane', backendId: string, 'metrics', Readonly<Record<string, unknown>>];

/**
 * Options for a query of TanStack Query: hand them to `useQuery`, `fetchQuery` or a `QueryObserver`, with those of your
 * own (`refetchInterval`, `enabled` …) beside them.
 *
 * @public
 */
export interface MetricQueryOptions {
  readonly queryKey: MetricQueryKey;
  queryFn(context: Pick<QueryFunctionContext, 'signal'>): Promise<MetricQueryData>;
  /** The source is retried by its `retry` decorator, which knows which errors are worth it. */
  readonly retry: false;
  /** Not TanStack's own watch on the network: a backend may be in this process, or on this host. */
  readonly networkMode: 'always';
  /** Keeps the last data, or at least its frame, where nothing has changed. */
  structuralSharing(oldData: unknown, newData: unknown): MetricQueryData;
}

const widthBucketPx = 50;

/**
 * Returns the options with which TanStack Query asks a backend for one query.
 *
 * The key tells queries apart by the time range as written, so that a refresh of `now-6h` moves the window and keeps the
 * key; whatever is wrong with the query, its variables or the time range comes out as the query's error, always a
 * {@link GlasspaneError}.
 *
 * @public
 */
export function metricQueryOptions(input: MetricQueryInput): MetricQueryOptions {
  const widthPx = Math.max(Math.floor(input.widthPx / widthBucketPx), 1) * widthBucketPx;
  return {
    queryKey: keyOf(input, widthPx),
    queryFn: ({ signal }) =>
      runQuery(input, widthPx, signal).catch((thrown: unknown) => {
        throw toGlasspaneError(thrown);
      }),
    retry: false,
    networkMode: 'always',
    structuralSharing: (oldData, newData) =>
      shareData(oldData as MetricQueryData | undefined, newData as MetricQueryData),
  };
}

function keyOf({ backend, query, timeRange, variables, ...input }: MetricQueryInput, widthPx: number): MetricQueryKey {
  const mode = input.mode ?? (query.instant === true ? 'instant' : 'range');
  const key = {
    mode,
    language: backend.metrics.language,
    expr: query.expr,
    variables: valuesRead(query.expr, variables),
    from: timeRange.from,
    to: timeRange.to,
    timeZone: input.timeZone ?? null,
    widthPx,
    minStepMs: query.minStepMs ?? input.minStepMs ?? null,
    ...(query.offsetMs === undefined ? {} : { offsetMs: query.offsetMs }),
    ...(query.rangeMs === undefined ? {} : { rangeMs: query.rangeMs }),
  };
  return ['glasspane', backend.id, 'metrics', key];
}

/** Only what the query reads belongs to its key: other variables may change without asking again. */
function valuesRead(expr: string, variables: VariableValues): readonly (readonly [string, VariableValue])[] {
  return variablesIn(expr).flatMap((name) => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
}

async function runQuery(input: MetricQueryInput, widthPx: number, signal: AbortSignal): Promise<MetricQueryData> {
  const { metrics } = input.backend;
  const timeRange = resolveTimeRange(input.timeRange, input.clock.now(), input.timeZone);
  const resolved = resolveQuery(input.query, {
    timeRange: askedRange(timeRange, input.query),
    widthPx,
    variables: input.variables,
    minStepMs: input.minStepMs,
    mode: input.mode,
    isLive: isLiveRange(input.timeRange) && input.query.offsetMs === undefined,
    language: metrics.language,
  });
  const result = await (resolved.kind === 'range'
    ? metrics.queryRange(resolved.request, signal)
    : metrics.queryInstant(resolved.request, signal));
  return { ...result, frame: withoutOffset(result.frame, input.query.offsetMs), timeRange };
}

function shareData(oldData: MetricQueryData | undefined, newData: MetricQueryData): MetricQueryData {
  if (oldData === undefined) return newData;
  const frame = shareFrame(oldData.frame, newData.frame);
  const isSame =
    frame === oldData.frame &&
    oldData.timeRange.startMs === newData.timeRange.startMs &&
    oldData.timeRange.endMs === newData.timeRange.endMs &&
    JSON.stringify(oldData.notices) === JSON.stringify(newData.notices);
  return isSame ? oldData : { ...newData, frame };
}
