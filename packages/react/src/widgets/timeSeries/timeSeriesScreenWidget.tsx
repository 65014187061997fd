import type { ReactElement } from 'react';
import { seriesInputOf } from '../../chart/seriesInputOf.ts';
import { defineWidget, type WidgetDefinition, type WidgetViewProps } from '../../widget/defineWidget.ts';
import { comparedQueries } from '../compareQueries.ts';
import { courseTable } from '../seriesTable.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import { comparedSeries } from './compare.ts';
import { type TimeSeriesOptions, timeSeriesOptionsSchema } from './TimeSeriesOptions.ts';
import { TimeSeriesView } from './TimeSeriesView.tsx';
import { useMarks } from './useMarks.ts';

/** The widget type `timeSeries` without what only files need: a chart that stands alone is in no file. */
export const timeSeriesScreenWidget: WidgetDefinition<TimeSeriesOptions> = defineWidget({
  type: 'timeSeries',
  label: 'Time series',
  schema: timeSeriesOptionsSchema,
  View: TimeSeriesWidgetView,
  queries: comparedQueries,
  toTable: ({ results, widget, options }) =>
    courseTable(comparedSeries(seriesInputOf(results, widget), options.compare).series),
});

function TimeSeriesWidgetView(props: WidgetViewProps<TimeSeriesOptions>): ReactElement {
  const view = useFrameViewProps(props);
  const marks = useMarks(props.widget, props.options, props.timeRange, props.timeZone);
  return (
    <TimeSeriesView
      {...view}
      {...marks}
      options={props.options}
      onTimeRangeSelect={props.onTimeRangeSelect}
      onZoomBack={props.onZoomBack}
    />
  );
}
