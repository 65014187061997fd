import type { PlotModel } from '../PlotModel.ts';
import type { PlotSeries } from '../PlotSeries.ts';
import { rowsWithin } from '../rowsWithin.ts';

/** Up to so many vertices SVG is the fastest, and the sharpest when it is zoomed or printed. */
const SVG_VERTICES = 500;

/** Returns whether a plot has more vertices than SVG should be asked for. Colours that fade away are left to it. */
export function hasManyVertices({ series, range, rect }: PlotModel): boolean {
  if (series.some(({ hasGradient }) => hasGradient)) return false;
  const counts = new Map<Float64Array, number>();
  let total = 0;
  for (const { times, fillOpacity } of series) {
    let count = counts.get(times);
    if (count === undefined) {
      const [first, end] = rowsWithin(times, range.startMs, range.endMs);
      // Four for each pixel are left when a series is thinned out.
      count = Math.min(end - first, rect.width * 4);
      counts.set(times, count);
    }
    total += fillOpacity > 0 ? count * 2 : count;
    if (total > SVG_VERTICES) return true;
  }
  return false;
}

/** From so many pixels between two samples on strokes are faster than to work out each column… */
const SPARSE = 2;
/** … if so many series are to be drawn: fewer look better when they are as wide as they should be. */
const MANY_SERIES = 100;

/** Returns whether a plot is best drawn as strokes of a canvas: many plain lines with few samples each. */
export function isStroked({ series, range, rect }: PlotModel): boolean {
  if (series.length < MANY_SERIES || !series.every(isHairline)) return false;
  const [one] = series;
  if (one === undefined) return false;
  const [first, end] = rowsWithin(one.times, range.startMs, range.endMs);
  return (end - first) * SPARSE <= rect.width;
}

function isHairline(series: PlotSeries): boolean {
  return isPlain(series) && series.fillOpacity === 0 && series.connectNulls === undefined;
}

/** Returns whether a series is nothing but a line and an area, which can be painted column by column. */
export function isPlain({ mark, dash, points }: PlotSeries): boolean {
  return mark === 'line' && dash === undefined && points !== 'always';
}
