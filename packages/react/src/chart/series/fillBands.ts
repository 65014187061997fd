import { resampleValues } from '@glasspane/core/chart';
import type { PlotSeries } from '../PlotSeries.ts';
import type { SeriesStyle } from './SeriesStyle.ts';

/**
 * Returns the series with those that are to be filled down, or up, to another one beginning there.
 *
 * @param all - Where the other ones are looked for, by name.
 */
export function fillBands(
  series: readonly PlotSeries[],
  all: readonly PlotSeries[],
  styleOf: (series: PlotSeries) => SeriesStyle,
): readonly PlotSeries[] {
  return series.map((one) => {
    const { fillBelowTo } = styleOf(one);
    const other = fillBelowTo === undefined ? undefined : bandEnd(fillBelowTo, one, all);
    return other === undefined ? one : { ...one, base: baseAlong(one, other) };
  });
}

/** Returns the series that a band reaches to: the first of that name that is drawn by the same axis. */
export function bandEnd(name: string, from: PlotSeries, all: readonly PlotSeries[]): PlotSeries | undefined {
  return all.find((one) => one.name === name && one.axis === from.axis && one.key !== from.key);
}

function baseAlong({ times, values }: PlotSeries, other: PlotSeries): Float64Array {
  const isSame = times === other.times;
  const isStepped = other.interpolation === 'stepAfter';
  const base = isSame ? other.values : resampleValues(other.times, other.values, times, isStepped);
  // Where the other one has no value the band has no height.
  return base.map((value, row) => (Number.isFinite(value) ? value : (values[row] ?? Number.NaN)));
}
