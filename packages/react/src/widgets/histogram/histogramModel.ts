import { type AbsoluteTimeRange, labelsKey, type NumberField, seriesNames } from '@glasspane/core';
import type { ChartSeries } from '../../chart/ChartSeries.ts';
import { rowsWithin } from '../../chart/rowsWithin.ts';
import { type ChartSeriesInput, toChartSeries } from '../../chart/toChartSeries.ts';
import { seriesColor } from '../../theme/themeColor.ts';
import { type Bucket, bucketIndexOf, bucketsBetween } from '../buckets/Bucket.ts';
import { bucketsBelow, groupByBound, uncumulate, upperBound } from '../buckets/leBuckets.ts';
import { valueBounds } from '../buckets/valueBounds.ts';
import type { HistogramOptions } from './HistogramOptions.ts';

/** What is counted of one series, or of several together. */
export interface HistogramGroup {
  readonly key: string;
  readonly name: string;
  /** A CSS colour, complete without a stylesheet. */
  readonly color: string;
  /** The series that it is made of; left out: of several. */
  readonly field?: NumberField | undefined;
  readonly refId?: string | undefined;
  /** One for each bucket. */
  readonly counts: Float64Array;
}

/** How often values occur. */
export interface HistogramModel {
  /** From the lowest on. */
  readonly buckets: readonly Bucket[];
  readonly groups: readonly HistogramGroup[];
  /** What is not counted, in words. */
  readonly leftOut: readonly string[];
}

/** More than these cannot be told apart. */
const MAX_GROUPS = 100;

/** Returns how often values occur within a time range, or at its end where the series are buckets. */
export function histogramModel(
  input: ChartSeriesInput,
  range: AbsoluteTimeRange,
  options: HistogramOptions,
): HistogramModel {
  const { series } = toChartSeries(input);
  const source = options.source ?? (series.length > 0 && series.every(hasBound) ? 'cumulative' : 'values');
  const model = source === 'values' ? countValues(series, range, options) : readBuckets(series, range, source);
  return options.isCombined === true ? combined(model) : bounded(model);
}

function hasBound({ field }: ChartSeries): boolean {
  return field.labels.le !== undefined && upperBound(field) !== undefined;
}

function countValues(
  series: readonly ChartSeries[],
  range: AbsoluteTimeRange,
  options: HistogramOptions,
): HistogramModel {
  const samples = series.map(({ times, field }) => {
    const [first, end] = rowsWithin(times, range.startMs, range.endMs);
    return field.values.subarray(first, end).filter((_, row) => field.gaps?.[first + row] !== 1);
  });
  const finite = samples.map((values) =>
    values.filter(Number.isFinite).map((value) => Math.min(1e304, Math.max(-1e304, value))),
  );
  const all = new Float64Array(finite.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const values of finite) {
    all.set(values, place);
    place += values.length;
  }
  const buckets = bucketsBetween(valueBounds(all, options));
  const groups = series.map(({ key, name, color, field, refId }, index) => {
    const counts = new Float64Array(buckets.length);
    for (const value of finite[index] ?? []) {
      const bucket = bucketIndexOf(value, buckets);
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
    return { key, name, color, field, refId, counts };
  });
  const leftOut = samples.reduce((sum, { length }) => sum + length, 0) - all.length;
  return { buckets, groups, leftOut: leftOut === 0 ? [] : [`${leftOut} values that are not finite`] };
}

function readBuckets(
  series: readonly ChartSeries[],
  range: AbsoluteTimeRange,
  source: 'cumulative' | 'separate',
): HistogramModel {
  const read = series.filter(({ field }) => upperBound(field) !== undefined);
  const bounds = groupByBound(read.map(({ field }) => field)).map(({ high }) => high);
  const parts = new Map<string, ChartSeries[]>();
  for (const one of read) {
    const { le, ...labels } = one.field.labels;
    const key = `${one.refId ?? ''} ${le === undefined ? '' : one.field.name} ${labelsKey(labels)}`;
    parts.set(key, [...(parts.get(key) ?? []), one]);
  }
  const names = groupNames([...parts.values()]);
  const groups = [...parts].map(([key, members], index) => {
    const counts = new Float64Array(bounds.length).fill(Number.NaN);
    for (const { field, times } of members) {
      const bucket = bounds.indexOf(upperBound(field) ?? Number.NaN);
      counts[bucket] = lastWithin(field, times, range) ?? Number.NaN;
    }
    if (source === 'cumulative') uncumulate(counts, bounds.length, 1);
    return { key, name: names[index] ?? '', color: seriesColor(index), refId: members[0]?.refId, counts };
  });
  const unread = series.length - read.length;
  return {
    buckets: bucketsBelow(bounds),
    groups: groups.map((group) => ({ ...group, counts: group.counts.map(atLeastZero) })),
    leftOut: unread === 0 ? [] : [`${unread} series without a bound (le)`],
  };
}

// What tells the histograms apart is what their buckets have in common.
function groupNames(parts: readonly (readonly ChartSeries[])[]): readonly string[] {
  return seriesNames(
    parts.flatMap(([first]) => {
      if (first === undefined) return [];
      const { le: _bound, ...labels } = first.field.labels;
      return [{ ...first.field, labels }];
    }),
  );
}

function lastWithin(field: NumberField, times: Float64Array, range: AbsoluteTimeRange): number | undefined {
  const [first, end] = rowsWithin(times, range.startMs, range.endMs);
  for (let row = end - 1; row >= first; row -= 1) {
    const value = field.values[row] ?? Number.NaN;
    if (Number.isFinite(value)) return Math.min(1e304, value);
  }
  return undefined;
}

function atLeastZero(count: number): number {
  return count > 0 ? count : 0;
}

function bounded(model: HistogramModel): HistogramModel {
  const more = model.groups.length - MAX_GROUPS;
  if (more <= 0) return model;
  return { ...model, groups: model.groups.slice(0, MAX_GROUPS), leftOut: [...model.leftOut, `${more} more series`] };
}

function combined(model: HistogramModel): HistogramModel {
  const { buckets, groups } = model;
  if (groups.length === 0) return model;
  const counts = Float64Array.from(buckets, (_, bucket) =>
    Math.min(
      1e304,
      groups.reduce((sum, group) => sum + (group.counts[bucket] ?? 0), 0),
    ),
  );
  const name = groups.length === 1 ? (groups[0]?.name ?? '') : `All ${groups.length} series`;
  return { ...model, groups: [{ key: 'all', name, color: seriesColor(0), counts }] };
}
