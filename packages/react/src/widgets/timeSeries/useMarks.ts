import { type AbsoluteTimeRange, resolveTimeRange, type Widget } from '@glasspane/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useContext, useMemo } from 'react';
import { DashboardContext } from '../../dashboard/DashboardContext.ts';
import { backendQueryKey } from '../../panels/backendQueryKey.ts';
import { useWidgetEnvironment, type WidgetEnvironment } from '../../widget/WidgetEnvironment.ts';
import type { WidgetMarks } from '../../widget/WidgetMarks.ts';
import { askAnnotations, askExemplars, exemplarNote, failureNote } from './askMarks.ts';
import type { TimeSeriesOptions } from './TimeSeriesOptions.ts';

/** Asks for what a chart over time shows beside its series, once for all charts that show the same. */
export function useMarks(
  widget: Widget,
  options: TimeSeriesOptions,
  shown: AbsoluteTimeRange,
  timeZone: string | undefined,
): WidgetMarks {
  const environment = useWidgetEnvironment();
  const { backend, variables, clock } = environment;
  const dashboardId = useContext(DashboardContext)?.dashboard?.id;
  const { from, to } = environment.timeRange;
  const rangeNow = (): AbsoluteTimeRange => resolveTimeRange({ from, to }, clock.now(), timeZone);
  const hasAnnotations = options.annotations !== false && backend.annotations !== undefined;
  const annotations = useQuery({
    queryKey: [...backendQueryKey(backend, 'annotations'), { from, to, timeZone, dashboardId }],
    queryFn: ({ signal }) => askAnnotations({ backend, timeRange: rangeNow(), dashboardId, signal }),
    enabled: hasAnnotations,
    ...asking(environment),
  });
  const { queries } = widget;
  const exprs = queries.map(({ refId, expr, isHidden, offsetMs }) => [refId, expr, isHidden, offsetMs]);
  const hasExemplars = options.exemplars === true && backend.metrics.queryExemplars !== undefined;
  const exemplars = useQuery({
    queryKey: [...backendQueryKey(backend, 'exemplars'), { from, to, timeZone, exprs, variables }],
    queryFn: ({ signal }) => askExemplars({ backend, queries, timeRange: rangeNow(), variables, signal }),
    enabled: hasExemplars,
    ...asking(environment),
  });
  // To the second: it is drawn in pixels, and what it is drawn by is kept as long as it stays.
  const nowMs = Math.floor(clock.now() / 1000) * 1000;
  const isNowShown = options.nowLine !== false && nowMs < shown.endMs;
  const notes = useMemo(() => {
    const lack =
      options.exemplars === true && (!hasExemplars || exemplars.data !== undefined)
        ? exemplarNote(backend, exemplars.data ?? [])
        : undefined;
    return [
      ...(annotations.error === null ? [] : [failureNote('Annotations', annotations.error)]),
      ...(exemplars.error === null ? [] : [failureNote('Exemplars', exemplars.error)]),
      ...(lack === undefined ? [] : [lack]),
    ];
  }, [backend, options.exemplars, hasExemplars, exemplars.data, exemplars.error, annotations.error]);
  return {
    ...(isNowShown ? { nowMs } : {}),
    // What other charts asked for is in the cache, whether this one wants it or not.
    annotations: (hasAnnotations ? annotations.data : undefined) ?? NONE,
    exemplars: (hasExemplars ? exemplars.data : undefined) ?? NONE,
    notes,
  };
}

const NONE: readonly never[] = [];

function asking({ isPaused, refreshIntervalMs }: WidgetEnvironment) {
  return {
    refetchInterval: !isPaused && refreshIntervalMs > 0 && refreshIntervalMs,
    refetchOnWindowFocus: !isPaused,
    placeholderData: keepPreviousData,
    retry: false,
    networkMode: 'always',
  } as const;
}
