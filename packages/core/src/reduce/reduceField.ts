import type { NumberField } from '../frame/Frame.ts';

/**
 * The ways to make one value of a series.
 *
 * @public
 */
export type Reducer = 'last' | 'first' | 'min' | 'max' | 'mean' | 'sum' | 'count';

/**
 * Returns one value for a series, or `undefined` where it has no sample.
 *
 * `first` and `last` are samples as they are, `NaN` included, and pass over gaps; `count` counts samples; the others
 * pass over `NaN` too, and give `NaN` where there is nothing else.
 *
 * @public
 */
export function reduceField(field: NumberField, reducer: Reducer): number | undefined {
  switch (reducer) {
    case 'last':
      return lastSample(field);
    case 'first':
      return firstSample(field);
    default:
      return aggregate(field, reducer);
  }
}

function lastSample({ values, gaps }: NumberField): number | undefined {
  for (let row = values.length - 1; row >= 0; row -= 1) {
    if (gaps?.[row] !== 1) {
      return values[row];
    }
  }
  return undefined;
}

function firstSample({ values, gaps }: NumberField): number | undefined {
  const row = gaps === undefined ? 0 : gaps.indexOf(0);
  return row < 0 ? undefined : values[row];
}

function aggregate(
  { values, gaps }: NumberField,
  reducer: 'min' | 'max' | 'mean' | 'sum' | 'count',
): number | undefined {
  let [samples, numbers, sum] = [0, 0, 0];
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row += 1) {
    if (gaps?.[row] === 1) {
      continue;
    }
    samples += 1;
    const value = values[row] ?? Number.NaN;
    if (!Number.isNaN(value)) {
      numbers += 1;
      sum += value;
      min = value < min ? value : min;
      max = value > max ? value : max;
    }
  }
  if (samples === 0 || reducer === 'count') {
    return samples === 0 ? undefined : samples;
  }
  if (numbers === 0) {
    return Number.NaN;
  }
  return { min, max, mean: sum / numbers, sum }[reducer];
}
