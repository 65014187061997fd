import { resampleValues } from './resampleValues.ts';

/**
 * One series of a stack, the lowest first.
 *
 * @public
 */
export interface StackInput {
  /** Milliseconds since the epoch, ascending, one for each value. */
  readonly times: Float64Array;
  /** What is not finite is a gap: it adds nothing to what stands above. */
  readonly values: Float64Array;
  /** Whether a value holds until the next one, rather than leading to it in a straight line. */
  readonly isStepped?: boolean | undefined;
}

/**
 * Where one series of a stack stands.
 *
 * @public
 */
export interface StackedSeries {
  /** The same array for all series of the stack. */
  readonly times: Float64Array;
  /** Where it begins, always finite. */
  readonly base: Float64Array;
  /** Where it ends; `NaN` in gaps. */
  readonly top: Float64Array;
}

/** Sums beyond it cannot be placed. */
const LIMIT = 1e304;
/** Keeps the sum of the largest numbers finite. */
const SHRINK = 2 ** -20;

/**
 * Stands each series on the ones before it: what is positive on what is positive, upwards from zero, and what is negative
 * downwards. Where the series have samples at different times, they are read between their samples.
 *
 * @param mode - `normal`: sums. `percent`: shares of the sum of all absolute values at a moment, 0 to 1; 0 where that sum is 0.
 * @public
 */
export function stackSeries(series: readonly StackInput[], mode: 'normal' | 'percent'): readonly StackedSeries[] {
  const times = unionOfTimes(series.map((one) => one.times));
  const columns = series.map((one) =>
    one.times === times ? one.values : resampleValues(one.times, one.values, times, one.isStepped),
  );
  const shares = mode === 'percent' ? toShares(columns, times.length) : columns;
  const highest = new Float64Array(times.length);
  const lowest = new Float64Array(times.length);
  return shares.map((values) => {
    const base = new Float64Array(times.length);
    const top = new Float64Array(times.length);
    for (let row = 0; row < times.length; row += 1) {
      const value = values[row] ?? Number.NaN;
      const side = value < 0 ? lowest : highest;
      const from = side[row] ?? 0;
      base[row] = from;
      top[row] = Number.NaN;
      if (Number.isFinite(value)) {
        const sum = Math.min(LIMIT, Math.max(-LIMIT, from + value));
        top[row] = sum;
        side[row] = sum;
      }
    }
    return { times, base, top };
  });
}

function toShares(columns: readonly Float64Array[], length: number): readonly Float64Array[] {
  const totals = new Float64Array(length);
  for (const values of columns) {
    for (let row = 0; row < length; row += 1) {
      const value = values[row] ?? Number.NaN;
      if (Number.isFinite(value)) totals[row] = (totals[row] ?? 0) + Math.abs(value * SHRINK);
    }
  }
  return columns.map((values) =>
    values.map((value, row) => {
      const total = totals[row] ?? 0;
      // What is not a number stays so: it is a gap.
      return total > 0 ? (value * SHRINK) / total : value * 0;
    }),
  );
}

function unionOfTimes(all: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array(), ...others] = [...new Set(all)];
  if (others.every((times) => isEqual(times, first))) return first;
  return Float64Array.from(new Set([first, ...others].flatMap((times) => [...times]))).sort();
}

function isEqual(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((time, row) => time === b[row]);
}
