import { Extent } from './Extent.ts';
import { rowsWithin } from './rowsWithin.ts';

/** The smallest and the largest value that a chart shows. */
export interface ValueDomain {
  readonly min: number;
  readonly max: number;
}

/** What a domain is worked out from, of one series. */
export interface DomainSeries {
  readonly times: Float64Array;
  readonly values: Float64Array;
  /** Where its area begins, where that is not the same for all. */
  readonly base?: Float64Array | undefined;
}

/** What decides the domain of the values. */
export interface ValueDomainOptions {
  readonly series: readonly DomainSeries[];
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
  const extent = new Extent();
  const add = (value: number): void => {
    if (value < min && value !== Number.NEGATIVE_INFINITY) min = value;
    if (value > max && value !== Number.POSITIVE_INFINITY) max = value;
  };
  for (const { times, values, base } of series) {
    const [first, end] = rowsWithin(times, startMs, endMs);
    for (const column of base === undefined ? [values] : [values, base]) {
      extent.scan(column, first, end - 1);
      if (extent.isFinite) {
        add(extent.low);
        add(extent.high);
      } else {
        for (let row = first; row < end; row += 1) add(column[row] ?? Number.NaN);
      }
      add(valueBetween(times, column, first, startMs));
      add(valueBetween(times, column, end, endMs));
    }
  }
  if (min > max) {
    return { min: Math.min(0, ...include), max: Math.max(1, ...include) };
  }
  return { min: Math.max(-LIMIT, Math.min(min, ...include)), max: Math.min(LIMIT, Math.max(max, ...include)) };
}

/** The value of the line at a moment before a row and after the one before it; `NaN` where no line is. */
function valueBetween(times: Float64Array, values: Float64Array, row: number, timeMs: number): number {
  const [from = Number.NaN, to = Number.NaN] = [times[row - 1], times[row]];
  const [before = Number.NaN, after = Number.NaN] = [values[row - 1], values[row]];
  return before + (after - before) * ((timeMs - from) / (to - from));
}
