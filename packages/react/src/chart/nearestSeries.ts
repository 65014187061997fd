import { axisOf, type PlotModel } from './PlotModel.ts';
import type { PlotSeries } from './PlotSeries.ts';
import type { Reading } from './readings.ts';

/** Returns the series that is drawn nearest to a height of the chart, in pixels, and within reach of it. */
export function nearestSeries(
  readings: readonly Reading[],
  y: number,
  reach: number,
  model: PlotModel,
): PlotSeries | undefined {
  let nearest: PlotSeries | undefined;
  let distance = reach;
  for (const { series, row } of readings) {
    const away = Math.abs(axisOf(model, series).scales.y(series.values[row] ?? Number.NaN) - y);
    if (away < distance) {
      [nearest, distance] = [series, away];
    }
  }
  return nearest;
}
