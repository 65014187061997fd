import { niceTicks } from '@glasspane/core';

/** How the range of the values is cut into buckets. */
export interface ValueBoundsOptions {
  /** How many buckets there are about; left out: as many as the values ask for. */
  readonly bucketCount?: number | undefined;
  /** How wide each bucket is, in the unit of the values; stands above `bucketCount`. On a linear scale only. */
  readonly bucketSize?: number | undefined;
  readonly scale?: 'linear' | 'log' | undefined;
}

/** At most so many buckets are made, whatever is asked for. */
const MAX_BUCKETS = 200;

/** Beyond this the distance between two values is not a number any more. */
const LIMIT = 1e304;

/**
 * Returns bounds at round numbers that cover all values, which must be finite. How many is decided by the rule of Freedman
 * and Diaconis (twice the interquartile range, divided by the cube root of the number of values, is the width of a bucket),
 * or where the quartiles are the same by that of Sturges (1 + log2 of the number of values).
 */
export function valueBounds(values: Float64Array, options: ValueBoundsOptions): readonly number[] {
  if (values.length === 0) return [];
  const sorted = Float64Array.from(values, (value) => Math.min(LIMIT, Math.max(-LIMIT, value))).sort();
  const [min, max] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  return covering(boundsOf(sorted, options), min, max);
}

function boundsOf(sorted: Float64Array, options: ValueBoundsOptions): readonly number[] {
  const [min, max] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  if (options.scale === 'log') return logBounds(sorted, options.bucketCount);
  if (options.bucketSize !== undefined && options.bucketSize > 0) {
    const sized = sizedBounds(min, max, options.bucketSize);
    if (sized !== undefined) return sized;
  }
  return niceBounds(min, max, clampCount(options.bucketCount ?? automaticCount(sorted)));
}

// Rounding may leave the outermost values just beyond the outermost bounds, and make two bounds the same.
function covering(bounds: readonly number[], min: number, max: number): readonly number[] {
  const last = bounds.length - 1;
  const covered = bounds.map((bound, index) => {
    return index === 0 ? Math.min(bound, min) : index === last ? Math.max(bound, max) : bound;
  });
  return covered.filter((bound, index) => index === 0 || bound > (covered[index - 1] ?? bound));
}

/** Returns how many buckets sorted values ask for. */
export function automaticCount(sorted: Float64Array): number {
  const [min, max] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  const width = (2 * spread) / Math.cbrt(sorted.length);
  const count = width > 0 ? (max - min) / width : 1 + Math.log2(sorted.length);
  return Math.min(60, Math.max(1, Math.ceil(Number.isFinite(count) ? count : 1)));
}

function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const [before, after] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return before + (after - before) * (place - Math.floor(place));
}

function clampCount(count: number): number {
  return Math.min(MAX_BUCKETS, Math.max(1, Math.floor(count)));
}

// None where there would be too many.
function sizedBounds(min: number, max: number, size: number): readonly number[] | undefined {
  const first = Math.floor(min / size + 1e-9);
  const count = Math.max(1, Math.ceil(max / size - 1e-9) - first);
  if (!(count <= MAX_BUCKETS)) return undefined;
  return Array.from({ length: count + 1 }, (_, index) => (first + index) * size);
}

function niceBounds(min: number, max: number, count: number): readonly number[] {
  const size = Math.max(Math.abs(min), Math.abs(max));
  const room = size < 1e-280 ? 1 : size * 0.05;
  const isOne = !(max - min > size * 1e-10 && max - min > 1e-290);
  const [from, to] = isOne ? [min - room, max + room] : [min, max];
  return niceTicks({ min: from, max: to, maxTicks: Math.max(3, count + 1), isCovering: true }).values;
}

// Bounds at powers of ten, or at the roots of them that come nearest to the number that is asked for. What is not above zero
// has no logarithm: it is a bucket of its own at the foot.
function logBounds(sorted: Float64Array, bucketCount: number | undefined): readonly number[] {
  const positive = sorted.filter((value) => value > 0);
  const foot = (sorted[0] ?? 0) > 0 ? [] : [Math.min(0, sorted[0] ?? 0)];
  if (positive.length === 0) return [...foot, Math.max(0, sorted.at(-1) ?? 0) === foot[0] ? 1 : 0];
  const [low, high] = [Math.log10(positive[0] ?? 1), Math.log10(positive.at(-1) ?? 1)];
  const wanted = clampCount(bucketCount ?? Math.min(30, Math.max(6, automaticCount(positive.map(Math.log10)))));
  const perDecade = [20, 10, 5, 4, 3, 2].find((parts) => (high - low) * parts <= wanted) ?? 1;
  const step = Math.max(1, Math.ceil((high - low) / wanted)) / perDecade;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const bounds = Array.from({ length: last - first + 1 }, (_, index) => 10 ** ((first + index) * step));
  return [...new Set([...foot, ...bounds.filter(Number.isFinite)])].sort((a, b) => a - b);
}
