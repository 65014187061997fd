import type { Query, Widget } from '@glasspane/core';
import { parseSpanMs } from '@glasspane/core/chart';
import type { ChartSeries } from '../../chart/ChartSeries.ts';
import { seriesKey } from '../../chart/seriesKey.ts';
import { type ChartSeriesInput, type ChartSeriesSet, toChartSeries } from '../../chart/toChartSeries.ts';
import { describeSpan } from './describeSpan.ts';
import type { TimeSeriesOptions } from './TimeSeriesOptions.ts';

/** Returns the queries of a widget, and behind each the same one earlier, where its options compare. */
export function comparedQueries({
  widget,
  options,
}: {
  readonly widget: Widget;
  readonly options: TimeSeriesOptions;
}): readonly Query[] {
  const { compare } = options;
  const spanMs = compare === undefined ? undefined : parseSpanMs(compare);
  if (compare === undefined || spanMs === undefined) return widget.queries;
  return widget.queries.flatMap((query) => [
    query,
    { ...query, refId: earlierRefId(query.refId, compare), offsetMs: (query.offsetMs ?? 0) + spanMs },
  ]);
}

/** Returns the name of a query that asks the same earlier: results are known by it. */
export function earlierRefId(refId: string, compare: string): string {
  return `${refId}-${compare}`;
}

/**
 * Returns the series of frames as `toChartSeries` does, those of an earlier time behind the others: each is named, coloured and
 * shown as the one that it is compared with, and drawn dashed.
 */
export function comparedSeries(input: ChartSeriesInput, compare: string | undefined): ChartSeriesSet {
  const { refIds = [] } = input;
  if (compare === undefined) return toChartSeries(input);
  const currentOf = new Map(
    refIds.flatMap((refId) => (refId === undefined ? [] : [[earlierRefId(refId, compare), refId] as const])),
  );
  const isEarlier = (index: number): boolean => currentOf.has(refIds[index] ?? '');
  const current = toChartSeries(framesWhere(input, (index) => !isEarlier(index)));
  const earlier = toChartSeries(framesWhere(input, isEarlier));
  const siblings = new Map(current.series.map((one) => [siblingKey(one, one.refId), one]));
  const suffix = ` (${describeSpan(compare)} earlier)`;
  const compared = earlier.series.map((one): ChartSeries => {
    const sibling = siblings.get(siblingKey(one, currentOf.get(one.refId ?? ''))) ?? one;
    const { color, options } = sibling;
    return {
      ...one,
      key: `${one.key} ${compare}`,
      name: `${sibling.name}${suffix}`,
      color,
      options,
      style: { ...sibling.style, ...EARLIER_STYLE },
    };
  });
  return { series: [...current.series, ...compared], omittedCount: current.omittedCount + earlier.omittedCount };
}

const EARLIER_STYLE = { draw: 'line', dash: 'dash', lineWidth: 1, fillOpacity: 0, stack: 'none', points: 'never' };

function siblingKey({ field }: ChartSeries, refId: string | undefined): string {
  return `${refId ?? ''} ${seriesKey(field)}`;
}

function framesWhere(input: ChartSeriesInput, isWanted: (index: number) => boolean): ChartSeriesInput {
  const { frames, legends, refIds } = input;
  return {
    ...input,
    frames: frames.filter((_, index) => isWanted(index)),
    legends: legends?.filter((_, index) => isWanted(index)),
    refIds: refIds?.filter((_, index) => isWanted(index)),
  };
}
