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

/**
 * Returns the domain of the finite values within the time range, and of the lines that lead into it and out of it; 0 to 1
 * where there is none.
 */
export function valueDomain({ series, startMs, endMs, include }: ValueDomainOptions): ValueDomain {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  const add = (value: number): void => {
    if (Number.isFinite(value)) {
      min = value < min ? value : min;
      max = value > max ? value : max;
    }
  };
  for (const one of series) {
    const [first, end] = rowsWithin(one.times, startMs, endMs);
    for (let row = first; row < end; row += 1) {
      add(one.field.values[row] ?? Number.NaN);
    }
    add(valueBetween(one, first, startMs));
    add(valueBetween(one, end, endMs));
  }
  if (min > max) {
    return { min: Math.min(0, ...include), max: Math.max(1, ...include) };
  }
  return { min: Math.max(-LIMIT, Math.min(min, ...include)), max: Math.min(LIMIT, Math.max(max, ...include)) };
}

/** The value of the line at a moment before a row and after the one before it; `NaN` where no line is. */
function valueBetween({ times, field: { values, gaps } }: ChartSeries, row: number, timeMs: number): number {
  const [from = Number.NaN, to = Number.NaN] = [times[row - 1], times[row]];
  if (gaps?.[row - 1] === 1 || gaps?.[row] === 1) {
    return Number.NaN;
  }
  const [before = Number.NaN, after = Number.NaN] = [values[row - 1], values[row]];
  return before + (after - before) * ((timeMs - from) / (to - from));
}
