import type { NumberField } from '../frame/Frame.ts';
import { summarizeField } from './summarizeField.ts';

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
  if (reducer === 'last') {
    return lastSample(field);
  }
  const summary = summarizeField(field);
  return summary.count === 0 ? undefined : summary[reducer];
}

// Asked most often, and found without reading the whole series.
function lastSample({ values, gaps }: NumberField): number | undefined {
  for (let row = values.length - 1; row >= 0; row -= 1) {
    if (gaps?.[row] !== 1) {
      return values[row];
    }
  }
  return undefined;
}
