import type { Query, Widget } from '@glasspane/core';
import { parseSpanMs } from '@glasspane/core/chart';
import type { ChartSeries } from '../chart/ChartSeries.ts';
import { seriesKey } from '../chart/seriesKey.ts';
import type { ChartSeriesInput } from '../chart/toChartSeries.ts';

/** What of a widget's options says what it is compared with. */
export interface CompareOptions {
  /** How much earlier: `1d`. Left out: nothing is compared. */
  readonly compare?: string | undefined;
}

/** Returns the queries of a widget, and behind each the same one earlier, where its options compare. */
export function comparedQueries({
  widget,
  options,
}: {
  readonly widget: Widget;
  readonly options: CompareOptions;
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
function earlierRefId(refId: string, compare: string): string {
  return `${refId}-${compare}`;
}

/** Frames, and those of the same queries earlier. */
export interface ComparedInput {
  readonly current: ChartSeriesInput;
  readonly earlier: ChartSeriesInput;
  /** Returns a text that is the same for a series and for what it was earlier. */
  readonly siblingKey: (series: Pick<ChartSeries, 'field' | 'refId'>) => string;
}

/** Parts frames into those of the widget's own queries and those of an earlier time. */
export function splitCompared(input: ChartSeriesInput, compare: string): ComparedInput {
  const { refIds = [] } = input;
  const currentOf = new Map(
    refIds.flatMap((refId) => (refId === undefined ? [] : [[earlierRefId(refId, compare), refId] as const])),
  );
  const isEarlier = (index: number): boolean => currentOf.has(refIds[index] ?? '');
  return {
    current: framesWhere(input, (index) => !isEarlier(index)),
    earlier: framesWhere(input, isEarlier),
    siblingKey: ({ field, refId = '' }) => `${currentOf.get(refId) ?? refId} ${seriesKey(field)}`,
  };
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
