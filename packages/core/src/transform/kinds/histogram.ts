import * as z from 'zod/mini';
import { semanticCheck } from '../../document/semanticChecks.ts';
import type { Field, Frame, NumberField } from '../../frame/Frame.ts';
import { distinctNames } from '../columns/distinctNames.ts';
import { fieldNames } from '../columns/fieldNames.ts';
import { numberColumn } from '../columns/numberColumn.ts';
import type { TransformationKind, TransformationScope } from '../TransformationKind.ts';
import { StepError } from '../TransformError.ts';
import { combinedResult, type TransformResult } from '../TransformResult.ts';

/**
 * Makes one table of all results that counts values in buckets: from `from` on, before `to`, and a column of counts for
 * each series. Gaps, `NaN` and infinities are not counted.
 *
 * @public
 */
export interface HistogramTransformation extends TransformationScope {
  readonly type: 'histogram';
  /** The width of a bucket. Left out: a round number that makes about `bucketCount` buckets. */
  readonly bucketSize?: number | undefined;
  /**
   * About how many buckets there are.
   *
   * @defaultValue 30
   */
  readonly bucketCount?: number | undefined;
  /** Counts the values of all series together, in the column `Count`. */
  readonly isCombined?: boolean | undefined;
}

const MAX_BUCKETS = 1000;

/** Makes one table that counts values in buckets. */
export const histogram: TransformationKind<HistogramTransformation> = {
  schema: z
    .looseObject({
      type: z.literal('histogram'),
      queries: z.optional(z.array(z.string())),
      bucketSize: z.optional(z.number()),
      bucketCount: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_BUCKETS))),
      isCombined: z.optional(z.boolean()),
    })
    .check(
      semanticCheck(({ bucketSize }, report) => {
        if (bucketSize !== undefined && bucketSize <= 0)
          report(['bucketSize'], `must be more than 0, found ${bucketSize}`);
      }),
    ),
  apply: (results, step) => combinedResult(results, histogramFrame(results, step)),
};

function histogramFrame(results: readonly TransformResult[], step: HistogramTransformation): Frame {
  const series = results.flatMap((result) => {
    const names = fieldNames(result);
    return result.frame.fields.flatMap((field, index) =>
      field.kind === 'number' ? [{ name: names[index] ?? field.name, field }] : [],
    );
  });
  const buckets = bucketsOf(
    series.map(({ field }) => field),
    step,
  );
  const columns =
    step.isCombined === true
      ? [
          countColumn(
            'Count',
            series.map(({ field }) => field),
            buckets,
          ),
        ]
      : series.map(({ name, field }) => countColumn(name, [field], buckets));
  const edges = (name: string, offset: number): NumberField =>
    numberColumn(
      name,
      Array.from({ length: buckets.count }, (_, index) => edgeOf(buckets.size, buckets.first + index + offset)),
    );
  const fields: readonly Field[] = [edges('from', 0), edges('to', 1), ...columns];
  const names = distinctNames(fields.map(({ name }) => name));
  return {
    length: buckets.count,
    fields: fields.map((field, index) => ({ ...field, name: names[index] ?? field.name })),
  };
}

interface Buckets {
  /** The first edge, in widths. */
  readonly first: number;
  readonly size: number;
  readonly count: number;
}

/** The edge that is so many widths from 0. */
function edgeOf(size: number, place: number): number {
  // Divided by what is whole where the width is a part of one, so that edges are 0.3 and not 0.30000000000000004.
  const whole = 1 / size;
  const isPart = size < 1 && Math.abs(whole - Math.round(whole)) < whole * 1e-12;
  return isPart ? place / Math.round(whole) : place * size;
}

/** The bucket of a value, in widths from 0: the quotient may be on the wrong side of an edge. */
function placeOf(value: number, size: number): number {
  const place = Math.floor(value / size);
  if (value >= edgeOf(size, place + 1)) return place + 1;
  return value < edgeOf(size, place) ? place - 1 : place;
}

function bucketsOf(series: readonly NumberField[], { bucketSize, bucketCount = 30 }: HistogramTransformation): Buckets {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { values } of series) {
    for (const value of values) {
      if (!Number.isFinite(value)) continue;
      min = value < min ? value : min;
      max = value > max ? value : max;
    }
  }
  if (min > max) return { first: 0, size: 1, count: 0 };
  // Divided before it is subtracted: the widest span is no number.
  const size = bucketSize ?? roundSize(max / bucketCount - min / bucketCount || Math.abs(max) / bucketCount || 1);
  const first = placeOf(min, size);
  const count = placeOf(max, size) - first + 1;
  if (!(count <= MAX_BUCKETS + 2)) {
    throw new StepError(
      `buckets of ${size} from ${min} to ${max} are more than ${MAX_BUCKETS}; make bucketSize larger, or leave it out`,
    );
  }
  return { first, size, count };
}

/** Returns the next of 1, 2 and 5 times a power of ten. */
function roundSize(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const step = [1, 2, 5].find((one) => one * power >= size * (1 - 1e-9)) ?? 10;
  return step * power || size;
}

function countColumn(name: string, series: readonly NumberField[], buckets: Buckets): NumberField {
  const values = new Float64Array(buckets.count);
  for (const field of series) {
    for (const value of field.values) {
      if (!Number.isFinite(value)) continue;
      const index = bucketOf(value, buckets);
      values[index] = (values[index] ?? 0) + 1;
    }
  }
  return { kind: 'number', name, labels: {}, values };
}

function bucketOf(value: number, buckets: Buckets): number {
  const index = placeOf(value, buckets.size) - buckets.first;
  return Math.max(0, Math.min(index, buckets.count - 1));
}
