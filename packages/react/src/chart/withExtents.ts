import type { NumberField, ResolvedFieldOptions } from '@glasspane/core';
import type { ChartSeries } from './ChartSeries.ts';

/**
 * Returns the series, those that are judged by the smallest and the largest value shown with these among their options.
 * Values of one unit are judged by the same.
 */
export function withExtents<TSeries extends Pick<ChartSeries, 'field' | 'options'>>(
  series: readonly TSeries[],
): readonly TSeries[] {
  const judged = series.filter(({ options }) => needsExtent(options));
  if (judged.length === 0) return series;
  const extents = new Map<string | undefined, Extent>();
  for (const { field, options } of judged) extents.set(options?.unit, grown(extents.get(options?.unit), field));
  // Series that share their options go on to share them: much is kept by them.
  const extended = new Map<ResolvedFieldOptions | undefined, ResolvedFieldOptions>();
  return series.map((one) => {
    const extent = needsExtent(one.options) ? extents.get(one.options?.unit) : undefined;
    if (extent === undefined || extent.min > extent.max) return one;
    const options = extended.get(one.options) ?? { ...one.options, extent };
    extended.set(one.options, options);
    return { ...one, options };
  });
}

type Extent = NonNullable<ResolvedFieldOptions['extent']>;

/** Returns whether values are judged by the smallest and the largest of them. */
export function needsExtent(options: ResolvedFieldOptions | undefined): boolean {
  if (options === undefined || (options.min !== undefined && options.max !== undefined)) return false;
  return options.color?.by === 'scale' || (options.thresholdsMode === 'percent' && options.thresholds !== undefined);
}

const nothing: Extent = { min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY };

function grown({ min, max }: Extent = nothing, { values }: NumberField): Extent {
  let [low, high] = [min, max];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = value < low ? value : low;
    high = value > high ? value : high;
  }
  return { min: low, max: high };
}
