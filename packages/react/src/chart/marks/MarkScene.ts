import type { PlotModel } from '../PlotModel.ts';
import type { PlotSeries } from '../PlotSeries.ts';

/** What is drawn on a canvas: the marks of a plot. */
export interface MarkScene {
  readonly model: PlotModel;
  /** The colour of each series, in its order, as the theme has it. */
  readonly colors: readonly (string | undefined)[];
  /** How opaque a series is besides: others step back before one that stands out. */
  readonly opacityOf: (series: PlotSeries) => number;
  /** Pixels of the screen for each pixel of the page. */
  readonly ratio: number;
}

/** How far marks may reach out of the plot: a stroke, or a dot, on its edge is drawn in full. */
export const MARGIN = 2;
