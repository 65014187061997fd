import type { Repair } from './AnnotationList.ts';
import { isPresent, type Series } from './values.ts';

/** A series of a classic histogram: how many observations were at most the bound. */
export interface BucketSeries {
  readonly bound: number;
  readonly series: Series;
}

// Counts that differ by less than this share are equal but for rounding.
const tolerance = 1e-12;
const minNormal = 2.2250738585072014e-308;

function isAlmostEqual(a: number, b: number): boolean {
  if (a === b) return true;
  const sum = Math.abs(a) + Math.abs(b);
  if (a === 0 || b === 0 || sum < minNormal) return Math.abs(a - b) < tolerance * minNormal;
  return Math.abs(a - b) / Math.min(sum, Number.MAX_VALUE) < tolerance;
}

/** A classic histogram, step by step: its buckets are put in order once for all steps. */
export class ClassicHistogram {
  readonly #members: readonly BucketSeries[];
  readonly #bounds: Float64Array;
  readonly #counts: Float64Array;
  readonly #isRepaired: boolean;
  #size = 0;
  #minForced = 0;
  #maxForced = 0;
  #maxDifference = 0;

  /** @param isRepaired - Whether counts are made to grow with the bounds. */
  constructor(members: readonly BucketSeries[], isRepaired: boolean) {
    this.#isRepaired = isRepaired;
    this.#members = [...members].sort((a, b) => a.bound - b.bound || 0);
    this.#bounds = new Float64Array(members.length);
    this.#counts = new Float64Array(members.length);
  }

  /**
   * Looks at a step: buckets of the same bound are joined, and counts repaired if asked for.
   *
   * @returns Whether there is any bucket, and whether the counts were off by more than rounding.
   */
  moveTo(step: number): 'none' | 'fine' | 'forced' {
    const [bounds, counts] = [this.#bounds, this.#counts];
    let size = 0;
    for (const { bound, series } of this.#members) {
      if (!isPresent(series, step)) continue;
      const count = series.values[step] as number;
      if (size > 0 && bounds[size - 1] === bound) {
        counts[size - 1] = (counts[size - 1] as number) + count;
      } else {
        bounds[size] = bound;
        counts[size] = count;
        size += 1;
      }
    }
    if (size === 0) return 'none';
    // Without a bucket for everything it is no histogram.
    this.#size = bounds[size - 1] === Number.POSITIVE_INFINITY ? size : 0;
    return this.#isRepaired && this.#makeMonotonic() ? 'forced' : 'fine';
  }

  /** What was repaired at the present step. */
  repairAt(timeMs: number): Repair {
    const [minBound, maxBound, maxDifference] = [this.#minForced, this.#maxForced, this.#maxDifference];
    return { fromMs: timeMs, toMs: timeMs, minBound, maxBound, maxDifference, count: 1 };
  }

  #noteForced(bound: number, difference: number): void {
    this.#minForced = Math.min(this.#minForced, bound);
    this.#maxForced = Math.max(this.#maxForced, bound);
    if (difference > this.#maxDifference) this.#maxDifference = difference;
  }

  #makeMonotonic(): boolean {
    const counts = this.#counts;
    this.#minForced = Number.POSITIVE_INFINITY;
    this.#maxForced = Number.NEGATIVE_INFINITY;
    this.#maxDifference = 0;
    let isForced = false;
    let previous = counts[0] as number;
    for (let index = 1; index < this.#size; index += 1) {
      const count = counts[index] as number;
      if (count === previous) continue;
      const isClose = isAlmostEqual(previous, count);
      if (isClose || count < previous) {
        counts[index] = previous;
        isForced ||= !isClose;
        if (!isClose) this.#noteForced(this.#bounds[index] as number, previous - count);
      } else {
        previous = count;
      }
    }
    return isForced;
  }

  get #total(): number {
    return this.#size === 0 ? 0 : (this.#counts[this.#size - 1] as number);
  }

  /** Returns a quantile, taking the observations to lie evenly within each bucket. */
  quantile(q: number): number {
    if (Number.isNaN(q)) return Number.NaN;
    if (q < 0) return Number.NEGATIVE_INFINITY;
    if (q > 1) return Number.POSITIVE_INFINITY;
    const [bounds, counts] = [this.#bounds, this.#counts];
    const total = this.#total;
    if (this.#size < 2 || total === 0) return Number.NaN;
    const rank = q * total;
    let index = 0;
    for (let end = this.#size - 1; index < end; ) {
      const middle = (index + end) >>> 1;
      if ((counts[middle] as number) >= rank) end = middle;
      else index = middle + 1;
    }
    if (index === this.#size - 1) return bounds[index - 1] as number;
    const bound = bounds[index] as number;
    if (index === 0 && bound <= 0) return bound;
    const [start, before] = index === 0 ? [0, 0] : [bounds[index - 1] as number, counts[index - 1] as number];
    return start + (bound - start) * ((rank - before) / ((counts[index] as number) - before));
  }

  /** Returns how many observations are at most the value. A bucket without a finite width counts for nothing. */
  #rankOf(value: number): number {
    let below = 0;
    let start = (this.#bounds[0] as number) <= 0 ? Number.NEGATIVE_INFINITY : 0;
    for (let index = 0; index < this.#size; index += 1) {
      const [bound, count] = [this.#bounds[index] as number, this.#counts[index] as number];
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
  fraction(lower: number, upper: number): number {
    const total = this.#total;
    if (total === 0 || Number.isNaN(lower) || Number.isNaN(upper)) return Number.NaN;
    if (lower >= upper) return 0;
    // Counts that shrink may give more than all.
    const [below, within] = [this.#rankOf(lower), this.#rankOf(upper)].map((rank) => (rank > total ? total : rank));
    return ((within as number) - (below as number)) / total;
  }
}
