import type { AbsoluteTimeRange, Frame, NumberField } from '@glasspane/core';
import { type Bucket, bucketIndexOf, bucketsBetween } from '../buckets/Bucket.ts';
import { bucketsBelow, groupByBound, uncumulate, upperBound } from '../buckets/leBuckets.ts';
import { valueBounds } from '../buckets/valueBounds.ts';
import type { HeatmapOptions } from './HeatmapOptions.ts';
import { fieldsWithin, type TimedField, timeColumns } from './timeColumns.ts';

/** Counts by time and by value. */
export interface HeatmapModel {
  /** When each column ends, in milliseconds since the epoch, increasing. */
  readonly times: Float64Array;
  /** How long a column is. */
  readonly stepMs: number;
  /** From the lowest on. */
  readonly buckets: readonly Bucket[];
  /** The count of bucket `b` in column `c` is at `b * times.length + c`; `NaN` where there is no sample. */
  readonly counts: Float64Array;
  /** How counts of neighbouring columns become one: rates are means, numbers of samples are sums. */
  readonly joins: 'mean' | 'sum';
  /** What is not drawn, in words: `3 series without an upper bound`. */
  readonly leftOut: readonly string[];
}

/** Returns the counts that frames hold, or that are counted of their values, within a time range. */
export function heatmapModel(
  frames: readonly Frame[],
  range: AbsoluteTimeRange,
  options: HeatmapOptions,
): HeatmapModel {
  const fields = fieldsWithin(frames, range);
  const columns = timeColumns(fields, range);
  const source = options.source ?? (fields.length > 0 && fields.every(hasBound) ? 'cumulative' : 'values');
  return source === 'values'
    ? { ...columns, ...countValues(fields, columns.times, options), joins: 'sum' }
    : { ...columns, ...readBuckets(fields, columns.times, source), joins: 'mean' };
}

type Counted = Pick<HeatmapModel, 'buckets' | 'counts' | 'leftOut'>;

function hasBound({ field }: TimedField): boolean {
  return field.labels.le !== undefined && upperBound(field) !== undefined;
}

function readBuckets(fields: readonly TimedField[], times: Float64Array, source: 'cumulative' | 'separate'): Counted {
  const timed = new Map(fields.map(({ field, ...place }) => [field, place]));
  const groups = groupByBound([...timed.keys()]);
  const counts = new Float64Array(groups.length * times.length).fill(Number.NaN);
  for (const [index, group] of groups.entries()) {
    for (const field of group.fields) {
      const place = timed.get(field);
      if (place !== undefined) addSamples(counts.subarray(index * times.length), { field, ...place }, times);
    }
  }
  if (source === 'cumulative') uncumulate(counts, groups.length, times.length);
  const unread = fields.length - groups.reduce((sum, group) => sum + group.fields.length, 0);
  return {
    buckets: bucketsBelow(groups.map(({ high }) => high)),
    counts,
    leftOut: unread === 0 ? [] : [`${unread} series without a bound (le)`],
  };
}

function addSamples(row: Float64Array, { field, times, first, end }: TimedField, columns: Float64Array): void {
  let column = 0;
  for (let index = first; index < end; index += 1) {
    const [timeMs = 0, value = Number.NaN] = [times[index], field.values[index]];
    // Of several samples at one time the last counts.
    if (!Number.isFinite(value) || times[index + 1] === timeMs) continue;
    while ((columns[column] ?? Number.POSITIVE_INFINITY) < timeMs) column += 1;
    const before = row[column] ?? Number.NaN;
    row[column] = Math.min(1e304, Number.isNaN(before) ? value : before + value);
  }
}

function countValues(fields: readonly TimedField[], columns: Float64Array, options: HeatmapOptions): Counted {
  const finite = fields.flatMap(({ field, first, end }) =>
    [...field.values.subarray(first, end)].filter(Number.isFinite),
  );
  const scale = options.bucketScale;
  const buckets = bucketsBetween(
    valueBounds(Float64Array.from(finite), {
      bucketCount: options.bucketCount ?? (scale === 'log' ? undefined : 20),
      scale,
    }),
  );
  const counts = new Float64Array(buckets.length * columns.length);
  let leftOut = 0;
  for (const { field, times, first, end } of fields) {
    let column = 0;
    for (let index = first; index < end; index += 1) {
      const value = field.values[index] ?? Number.NaN;
      while ((columns[column] ?? Number.POSITIVE_INFINITY) < (times[index] ?? 0)) column += 1;
      const bucket = Number.isFinite(value) ? bucketIndexOf(Math.min(1e304, Math.max(-1e304, value)), buckets) : -1;
      if (bucket >= 0) {
        const place = bucket * columns.length + column;
        counts[place] = (counts[place] ?? 0) + 1;
      } else if (!isGap(field, index)) {
        leftOut += 1;
      }
    }
  }
  return { buckets, counts, leftOut: leftOut === 0 ? [] : [`${leftOut} values that are not finite`] };
}

function isGap(field: NumberField, index: number): boolean {
  return field.gaps?.[index] === 1;
}
