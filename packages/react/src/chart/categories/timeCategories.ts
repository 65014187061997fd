import { type AbsoluteTimeRange, type NumberField, reduceField, type TimeFormatter, timeTicks } from '@glasspane/core';
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
 * Returns the buckets of a time range, at most so many and one: hours, days, months of the formatter's time zone. The
 * first and the last may be shorter, for the range begins and ends where it does.
 */
export function timeBuckets(range: AbsoluteTimeRange, maxBuckets: number, times: TimeFormatter): readonly TimeBucket[] {
  if (!(range.startMs < range.endMs)) return [];
  const ticks = timeTicks({ ...range, maxTicks: maxBuckets }, times).filter(({ timeMs }) => timeMs < range.endMs);
  const starts =
    ticks[0]?.timeMs === range.startMs
      ? ticks
      : [{ timeMs: range.startMs, label: times.format(range.startMs, labelStyle(range)) }, ...ticks];
  return starts.map(({ timeMs, label }, index) => {
    const endMs = starts[index + 1]?.timeMs ?? range.endMs;
    return {
      key: String(timeMs),
      name: label,
      title: `${times.format(timeMs)} to ${times.format(endMs)}`,
      startMs: timeMs,
      endMs,
    };
  });
}

/** Returns a category for each bucket of time, and a group for each series. */
export function timeCategories(input: CategoryInput): CategoryModel {
  const { data, values, times, reducer = 'mean', timeRange } = input;
  const { series } = toChartSeries(data);
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
  return { categories: buckets, groups: series, cells, isTime: true };
}

function rowsOf(field: NumberField, times: Float64Array, startMs: number, endMs: number): NumberField {
  const [first, end] = rowsWithin(times, startMs, endMs);
  return { ...field, values: field.values.subarray(first, end), gaps: field.gaps?.subarray(first, end) };
}

function labelStyle({ startMs, endMs }: AbsoluteTimeRange): 'minute' | 'day' {
  return endMs - startMs > 2 * 86_400_000 ? 'day' : 'minute';
}
