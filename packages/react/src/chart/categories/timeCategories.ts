import { type AbsoluteTimeRange, type NumberField, reduceField, type TimeFormatter } from '@glasspane/core';
import { type TimeTick, timeTicks } from '@glasspane/core/chart';
import { rowsWithin } from '../rowsWithin.ts';
import { toChartSeries } from '../toChartSeries.ts';
import type { CategoryInput } from './CategoryInput.ts';
import { type Category, type CategoryModel, NO_CATEGORIES } from './CategoryModel.ts';
import { cellOf } from './cellOf.ts';

/** A span of time that begins and ends at round times of the time zone, or where the time range does. */
export interface TimeBucket extends Category {
  readonly startMs: number;
  /** The first moment that is not in it any more. */
  readonly endMs: number;
}

/**
 * Returns the buckets of a time range, at most so many: hours, days, months of the formatter's time zone. The first and the
 * last may be shorter, for the range begins and ends where it does.
 */
export function timeBuckets(range: AbsoluteTimeRange, maxBuckets: number, times: TimeFormatter): readonly TimeBucket[] {
  if (!(range.startMs < range.endMs)) return [];
  // Between n + 1 round times there are n buckets, and up to two more before the first of them and after the last.
  for (let maxTicks = maxBuckets + 1; maxTicks >= 1; maxTicks -= 1) {
    const buckets = bucketsBetween(range, maxTicks, times);
    if (buckets.length <= maxBuckets) return buckets;
  }
  return [bucket({ timeMs: range.startMs, label: times.format(range.startMs, labelStyle(range)) }, range.endMs, times)];
}

function bucketsBetween(range: AbsoluteTimeRange, maxTicks: number, times: TimeFormatter): readonly TimeBucket[] {
  const ticks = timeTicks({ ...range, maxTicks }, times).filter(({ timeMs }) => timeMs < range.endMs);
  const isRound = ticks[0]?.timeMs === range.startMs;
  const first = { timeMs: range.startMs, label: times.format(range.startMs, labelStyle(range)) };
  const starts = isRound ? ticks : [first, ...ticks];
  return starts.map((start, index) => bucket(start, starts[index + 1]?.timeMs ?? range.endMs, times));
}

function bucket(start: Pick<TimeTick, 'timeMs' | 'label'>, endMs: number, times: TimeFormatter): TimeBucket {
  const { timeMs, label } = start;
  const title = `${times.format(timeMs)} to ${times.format(endMs)}`;
  return { key: String(timeMs), name: label, title, startMs: timeMs, endMs };
}

/** Returns a category for each bucket of time, and a group for each series. */
export function timeCategories(input: CategoryInput): CategoryModel {
  const { data, values, times, reducer = 'mean', timeRange } = input;
  const { series, omittedCount } = toChartSeries({ ...data, limit: input.maxGroups });
  if (series.length === 0) return NO_CATEGORIES;
  const buckets = timeBuckets(timeRange, input.maxBuckets, times);
  const cells = series.map(({ field, options, color, times: own }) =>
    buckets.map(({ startMs, endMs }) => {
      const isLast = endMs === timeRange.endMs;
      const value = reduceField(rowsOf(field, own, startMs, isLast ? endMs : endMs - 0.5), reducer);
      const written = reducer === 'count' ? { ...options, unit: undefined } : options;
      return cellOf({ value, options: written, color, labels: field.labels }, values);
    }),
  );
  return { categories: buckets, groups: series, cells, isTime: true, omittedGroups: omittedCount };
}

function rowsOf(field: NumberField, times: Float64Array, startMs: number, endMs: number): NumberField {
  const [first, end] = rowsWithin(times, startMs, endMs);
  return { ...field, values: field.values.subarray(first, end), gaps: field.gaps?.subarray(first, end) };
}

function labelStyle({ startMs, endMs }: AbsoluteTimeRange): 'minute' | 'day' {
  return endMs - startMs > 2 * 86_400_000 ? 'day' : 'minute';
}
