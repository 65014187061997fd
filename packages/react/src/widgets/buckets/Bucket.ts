/** A range of values: above `low`, up to and including `high`. Either may be infinite. */
export interface Bucket {
  readonly low: number;
  readonly high: number;
}

/** Returns the buckets between bounds in ascending order. */
export function bucketsBetween(bounds: readonly number[]): readonly Bucket[] {
  return bounds.slice(1).map((high, index) => ({ low: bounds[index] ?? high, high }));
}

/** Returns the place of the bucket that holds a value, or -1. The first bucket holds its own `low`, too. */
export function bucketIndexOf(value: number, buckets: readonly Bucket[]): number {
  let [low, high] = [0, buckets.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((buckets[middle]?.high ?? Number.POSITIVE_INFINITY) < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const bucket = buckets[low];
  return bucket === undefined || value < bucket.low ? -1 : low;
}
