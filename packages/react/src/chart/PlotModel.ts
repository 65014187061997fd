import type { AbsoluteTimeRange, FieldOptions, TimeFormatter, ValueAxis, ValueFormatter } from '@glasspane/core';
import type { PlotScales } from './PlotScales.ts';
import type { PlotSeries } from './PlotSeries.ts';
import type { PlotRect } from './plotLayout.ts';

/** An axis of values, and the scales of the series that are drawn by it. */
export interface PlotAxis {
  readonly axis: ValueAxis;
  /** The times are the same for every axis. */
  readonly scales: PlotScales;
  readonly field: FieldOptions | undefined;
}

/** Everything that drawing a chart and reading values off it need, worked out once a render. The left axis is its own. */
export interface PlotModel extends PlotAxis {
  /** The series that are not switched off. */
  readonly series: readonly PlotSeries[];
  readonly range: AbsoluteTimeRange;
  readonly rect: PlotRect;
  /** The axis of the series that ask for it; left out: there is none. */
  readonly right: PlotAxis | undefined;
  readonly values: ValueFormatter;
  readonly times: TimeFormatter;
}

/** Returns the axis that a series is drawn by. */
export function axisOf(model: PlotModel, { axis }: PlotSeries): PlotAxis {
  return axis === 'right' && model.right !== undefined ? model.right : model;
}
