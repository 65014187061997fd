import type { FieldOptions, ValueAxis, ValueFormatter } from '@glasspane/core';
import type { Bucket } from './Bucket.ts';

/**
 * Returns an axis on which all buckets are equally wide: 0 is the lower bound of the first, 1 that of the second … Each
 * tick is a bound, every so many of them that no more than `maxTicks` are labelled.
 */
export function bucketAxis(
  buckets: readonly Bucket[],
  maxTicks: number,
  field: FieldOptions | undefined,
  values: ValueFormatter,
): ValueAxis {
  const bounds = boundsOf(buckets);
  const every = Math.max(1, Math.ceil(bounds.length / Math.max(2, maxTicks)));
  const ticks = bounds.flatMap((bound, index) =>
    index % every === 0 ? [{ value: index, label: formatBound(bound, field, values) }] : [],
  );
  return { min: 0, max: Math.max(1, buckets.length), ticks };
}

/** Returns a bucket in words: `250 ms – 500 ms`, or `> 10 s` where it has no upper end. */
export function formatBucket({ low, high }: Bucket, field: FieldOptions | undefined, values: ValueFormatter): string {
  if (high === Number.POSITIVE_INFINITY && Number.isFinite(low)) return `> ${formatBound(low, field, values)}`;
  if (low === Number.NEGATIVE_INFINITY && Number.isFinite(high)) return `≤ ${formatBound(high, field, values)}`;
  return `${formatBound(low, field, values)} – ${formatBound(high, field, values)}`;
}

function boundsOf(buckets: readonly Bucket[]): readonly number[] {
  const [first] = buckets;
  return first === undefined ? [] : [first.low, ...buckets.map(({ high }) => high)];
}

function formatBound(bound: number, field: FieldOptions | undefined, values: ValueFormatter): string {
  return values.format(bound, { unit: field?.unit, decimals: field?.decimals }).text;
}
