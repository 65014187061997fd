import type { PlotAxis } from './PlotModel.ts';

/** Returns where areas end that have no base of their own, in pixels: at zero, or at the end of the axis nearest to it. */
export function baselineOf({ axis, scales }: PlotAxis): number {
  return scales.y(Math.min(axis.max, Math.max(axis.min, 0)));
}
