import type { Widget } from '@glasspane/core';
import type { WidgetQueryResult } from '../widget/defineWidget.ts';
import type { ChartSeriesInput } from './toChartSeries.ts';

/** Returns what the series of a widget are made of. */
export function seriesInputOf(results: readonly WidgetQueryResult[], widget: Widget): ChartSeriesInput {
  return {
    frames: results.map(({ frame }) => frame),
    legends: results.map(({ query }) => query.legend),
    refIds: results.map(({ query }) => query.refId),
    field: widget.field,
    overrides: widget.overrides,
  };
}
