import type { ChartSeries } from './ChartSeries.ts';
import { rowsWithin } from './rowsWithin.ts';

/** The smallest and the largest value that a chart shows. */
export interface ValueDomain {
  readonly min: number;
  readonly max: number;
}

/** What decides the domain of the values. */
export interface ValueDomainOptions {
  readonly series: readonly ChartSeries[];
  readonly startMs: number;
  readonly endMs: number;
  /** Values that must be seen whatever the series do: zero, thresholds. */
  readonly include: readonly number[];
}

/** Beyond this the distance between two values is not a number any more, and nothing can be placed between them. */
const LIMIT = 1e304;

/** Returns the domain of the finite values within the time range, or 0 to 1 where there is none. */
export function valueDomain({ series, startMs, endMs, include }: ValueDomainOptions): ValueDomain {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const { times, field } of series) {
    const [first, end] = rowsWithin(times, startMs, endMs);
    for (let row = first; row < end; row += 1) {
      const value = field.values[row] ?? Number.NaN;
      if (Number.isFinite(value)) {
        min = value < min ? value : min;
        max = value > max ? value : max;
      }
    }
  }
  if (min > max) {
    return { min: Math.min(0, ...include), max: Math.max(1, ...include) };
  }
  return { min: Math.max(-LIMIT, Math.min(min, ...include)), max: Math.min(LIMIT, Math.max(max, ...include)) };
}
