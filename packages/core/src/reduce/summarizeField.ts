import type { NumberField } from '../frame/Frame.ts';

/**
 * What a series comes to.
 *
 * @public
 */
export interface FieldSummary {
  /** The samples, `NaN` among them. */
  readonly count: number;
  /** The first sample as it is; left out where there is none. */
  readonly first: number | undefined;
  /** The last sample as it is; left out where there is none. */
  readonly last: number | undefined;
  /** The smallest number; `NaN` where there is none. */
  readonly min: number;
  /** The largest number; `NaN` where there is none. */
  readonly max: number;
  /** The sum of the numbers; `NaN` where there is none. */
  readonly sum: number;
  /** The mean of the numbers; `NaN` where there is none. */
  readonly mean: number;
}

/**
 * Returns what a series comes to, in one pass over it. Gaps are passed over, and `NaN` counts as a sample but not as a
 * number.
 *
 * @public
 */
export function summarizeField({ values, gaps }: NumberField): FieldSummary {
  let [count, numbers, sum] = [0, 0, 0];
  let [firstRow, lastRow] = [-1, -1];
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row += 1) {
    if (gaps?.[row] === 1) {
      continue;
    }
    firstRow = firstRow < 0 ? row : firstRow;
    lastRow = row;
    count += 1;
    const value = values[row] ?? Number.NaN;
    if (!Number.isNaN(value)) {
      numbers += 1;
      sum += value;
      min = value < min ? value : min;
      max = value > max ? value : max;
    }
  }
  const orNaN = (value: number): number => (numbers === 0 ? Number.NaN : value);
  return {
    count,
    first: values[firstRow],
    last: values[lastRow],
    min: orNaN(min),
    max: orNaN(max),
    sum: orNaN(sum),
    mean: sum / numbers,
  };
}
