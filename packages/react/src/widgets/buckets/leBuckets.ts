import type { Labels, NumberField } from '@glasspane/core';
import type { Bucket } from './Bucket.ts';

/** What is told apart by the label of a Prometheus histogram: series that begin at the same bound belong together. */
export interface LeGroup {
  readonly high: number;
  readonly fields: readonly NumberField[];
}

/**
 * Returns the upper bound of a bucket: its label `le`, as Prometheus writes it (`0.5`, `+Inf`, `1e-3`), or, where it has
 * none, its name, so that buckets which were renamed are read as well. `undefined` where neither is a number.
 */
export function upperBound({ name, labels }: { readonly name: string; readonly labels: Labels }): number | undefined {
  const text = (labels.le ?? name).trim();
  if (/^[+]?inf(?:inity)?$/i.test(text)) return Number.POSITIVE_INFINITY;
  const bound = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(bound) ? bound : undefined;
}

/** Returns the fields of each bound, in ascending order of the bounds as numbers. */
export function groupByBound(fields: readonly NumberField[]): readonly LeGroup[] {
  const groups = new Map<number, NumberField[]>();
  for (const field of fields) {
    const high = upperBound(field);
    if (high === undefined) continue;
    const group = groups.get(high);
    if (group === undefined) {
      groups.set(high, [field]);
    } else {
      group.push(field);
    }
  }
  return [...groups].map(([high, group]) => ({ high, fields: group })).sort((a, b) => (a.high < b.high ? -1 : 1));
}

/**
 * Returns the buckets below ascending upper bounds, each from the one before it on. The first begins at zero, or at minus
 * infinity where its bound is not above zero, as Prometheus takes it.
 */
export function bucketsBelow(bounds: readonly number[]): readonly Bucket[] {
  return bounds.map((high, index) => ({
    low: bounds[index - 1] ?? (high > 0 ? 0 : Number.NEGATIVE_INFINITY),
    high,
  }));
}

/**
 * Turns counts of all values up to each bound into counts of the values between two bounds, in place. `NaN` is no sample.
 * Buckets are not scraped at the same moment, so that one may be smaller than the one below it: that is a count of zero.
 */
export function uncumulate(counts: Float64Array, bucketCount: number, columnCount: number): void {
  for (let column = 0; column < columnCount; column += 1) {
    let below = 0;
    for (let bucket = 0; bucket < bucketCount; bucket += 1) {
      const place = bucket * columnCount + column;
      const count = counts[place] ?? Number.NaN;
      if (Number.isNaN(count)) continue;
      counts[place] = Math.max(0, count - below);
      below = Math.max(below, count);
    }
  }
}
