/** A bucket of a classic histogram: how many observations were at most the bound. */
export interface Bucket {
  readonly bound: number;
  count: number;
}

// Counts that differ by less than this share are equal but for rounding.
const tolerance = 1e-12;

function isAlmostEqual(a: number, b: number): boolean {
  if (a === b) return true;
  const sum = Math.abs(a) + Math.abs(b);
  if (a === 0 || b === 0 || sum < 2.2250738585072014e-308) return Math.abs(a - b) < tolerance * 2.2250738585072014e-308;
  return Math.abs(a - b) / Math.min(sum, Number.MAX_VALUE) < tolerance;
}

/** Sorts buckets and joins those of the same bound. */
function coalesce(buckets: readonly Bucket[]): Bucket[] {
  const joined: Bucket[] = [];
  for (const bucket of [...buckets].sort((a, b) => a.bound - b.bound || 0)) {
    const last = joined.at(-1);
    if (last?.bound === bucket.bound) last.count += bucket.count;
    else joined.push({ ...bucket });
  }
  return joined;
}

/** Makes the counts grow with the bounds. Returns whether they were off by more than rounding. */
function makeMonotonic(buckets: readonly Bucket[]): boolean {
  let isForced = false;
  let previous = buckets[0]?.count ?? 0;
  for (const bucket of buckets) {
    if (bucket.count === previous) continue;
    const isClose = isAlmostEqual(previous, bucket.count);
    if (isClose || bucket.count < previous) {
      bucket.count = previous;
      isForced ||= !isClose;
    } else {
      previous = bucket.count;
    }
  }
  return isForced;
}

/** A classic histogram at one step, put in order. */
export interface ClassicHistogram {
  readonly buckets: readonly Bucket[];
  readonly isForcedMonotonic: boolean;
}

/** Puts the buckets of a histogram in order; `undefined` when there is no bucket for everything. */
export function toHistogram(buckets: readonly Bucket[]): ClassicHistogram | undefined {
  const sorted = coalesce(buckets);
  if (sorted.at(-1)?.bound !== Number.POSITIVE_INFINITY) return undefined;
  return { buckets: sorted, isForcedMonotonic: makeMonotonic(sorted) };
}

/** Returns a quantile, taking the observations to lie evenly within each bucket. */
export function histogramQuantile(q: number, histogram: ClassicHistogram | undefined): number {
  if (Number.isNaN(q)) return Number.NaN;
  if (q < 0) return Number.NEGATIVE_INFINITY;
  if (q > 1) return Number.POSITIVE_INFINITY;
  const buckets = histogram?.buckets ?? [];
  const total = buckets.at(-1)?.count ?? 0;
  if (buckets.length < 2 || total === 0 || Number.isNaN(total)) return Number.NaN;
  const rank = q * total;
  const finite = buckets.slice(0, -1);
  const index = finite.findIndex(({ count }) => count >= rank);
  const bucket = finite[index];
  if (bucket === undefined) return finite.at(-1)?.bound ?? Number.NaN;
  const below = finite[index - 1];
  if (below === undefined && bucket.bound <= 0) return bucket.bound;
  const { bound: start, count: before } = below ?? { bound: 0, count: 0 };
  return start + (bucket.bound - start) * ((rank - before) / (bucket.count - before));
}

/** Returns how many observations are at most the value. A bucket without a finite width counts for nothing. */
function rankOf(value: number, buckets: readonly Bucket[]): number {
  let below = 0;
  let start = (buckets[0]?.bound ?? 0) <= 0 ? Number.NEGATIVE_INFINITY : 0;
  for (const { bound, count } of buckets) {
    if (start >= value) return below;
    if (bound > value) {
      if (start === Number.NEGATIVE_INFINITY) return count;
      return below + ((count - below) * (value - start)) / (bound - start);
    }
    below = count;
    start = bound;
  }
  return below;
}

/** Returns the share of observations between two values. */
export function histogramFraction(lower: number, upper: number, histogram: ClassicHistogram | undefined): number {
  const buckets = histogram?.buckets ?? [];
  const total = buckets.at(-1)?.count ?? 0;
  if (total === 0 || Number.isNaN(total) || Number.isNaN(lower) || Number.isNaN(upper)) return Number.NaN;
  if (lower >= upper) return 0;
  return (rankOf(upper, buckets) - rankOf(lower, buckets)) / total;
}
