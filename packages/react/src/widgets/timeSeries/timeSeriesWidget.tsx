import { defineWidget, type WidgetDefinition } from '../../widget/defineWidget.ts';
import { askMarks } from './askMarks.ts';
import type { TimeSeriesOptions } from './TimeSeriesOptions.ts';
import { TimeSeriesSvg } from './TimeSeriesSvg.tsx';
import { timeSeriesScreenWidget } from './timeSeriesScreenWidget.tsx';

/** The widget type `timeSeries`: lines over time. */
export const timeSeriesWidget: WidgetDefinition<TimeSeriesOptions> = defineWidget({
  ...timeSeriesScreenWidget,
  Svg: TimeSeriesSvg,
  askMarks,
});
