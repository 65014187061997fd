import type { AbsoluteTimeRange, FieldOptions, TimeFormatter, ValueAxis, ValueFormatter } from '@glasspane/core';
import type { ChartSeries } from './ChartSeries.ts';
import type { PlotScales } from './PlotScales.ts';
import type { PlotRect } from './plotLayout.ts';

/** Everything that drawing a chart and reading values off it need, worked out once a render. */
export interface PlotModel {
  /** The series that are not switched off. */
  readonly series: readonly ChartSeries[];
  readonly range: AbsoluteTimeRange;
  readonly rect: PlotRect;
  readonly scales: PlotScales;
  readonly axis: ValueAxis;
  readonly field: FieldOptions | undefined;
  readonly values: ValueFormatter;
  readonly times: TimeFormatter;
}
