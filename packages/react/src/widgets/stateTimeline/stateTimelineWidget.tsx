import type { ReactElement } from 'react';
import { createFormatters } from '../../chart/createFormatters.ts';
import { seriesInputOf } from '../../chart/seriesInputOf.ts';
import { defineWidget, type WidgetDefinition, type WidgetViewProps } from '../../widget/defineWidget.ts';
import { stateTable } from '../states/stateTable.ts';
import { toStateSeries } from '../states/toStateSeries.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import { type StateTimelineOptions, stateTimelineOptionsSchema } from './StateTimelineOptions.ts';
import { StateTimelineSvg } from './StateTimelineSvg.tsx';
import { StateTimelineView } from './StateTimelineView.tsx';
import { timelineRow } from './timelineRow.ts';

/** The widget type `stateTimeline`: the states of series over time. */
export const stateTimelineWidget: WidgetDefinition<StateTimelineOptions> = defineWidget({
  type: 'stateTimeline',
  label: 'State timeline',
  schema: stateTimelineOptionsSchema,
  View: StateTimelineWidgetView,
  Svg: StateTimelineSvg,
  toTable: (input) => {
    const { series } = toStateSeries(seriesInputOf(input.results, input.widget), createFormatters(input).values);
    return stateTable(series.map((one) => timelineRow(one, input.timeRange, true)));
  },
});

function StateTimelineWidgetView(props: WidgetViewProps<StateTimelineOptions>): ReactElement {
  return <StateTimelineView {...useFrameViewProps(props)} options={props.options} />;
}
