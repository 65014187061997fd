import { reduceField, valueColor } from '@glasspane/core';
import { seriesColor, themeColor } from '../theme/themeColor.ts';
import type { ChartSeries } from './ChartSeries.ts';

/** Returns the CSS colour of a series: what its field has it by, or else its place in the palette. */
export function fieldColor({ field, options }: Pick<ChartSeries, 'field' | 'options'>, place: number): string {
  const { by, color } = options?.color ?? {};
  if (by === undefined || by === 'series') return seriesColor(place);
  const wanted = by === 'fixed' ? color : valueColor(reduceField(field, 'last') ?? Number.NaN, options);
  return wanted === undefined ? seriesColor(place) : themeColor(wanted);
}
