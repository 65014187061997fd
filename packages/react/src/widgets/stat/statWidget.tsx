import type { ReactElement } from 'react';
import { defineWidget, type WidgetDefinition, type WidgetViewProps } from '../../widget/defineWidget.ts';
import { comparedQueries } from '../compareQueries.ts';
import { reducedTable } from '../seriesTable.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import { type StatOptions, statOptionsSchema } from './StatOptions.ts';
import { StatSvg } from './StatSvg.tsx';
import { StatView } from './StatView.tsx';

/** The widget type `stat`: one large value a series. */
export const statWidget: WidgetDefinition<StatOptions> = defineWidget({
  type: 'stat',
  label: 'Stat',
  schema: statOptionsSchema,
  View: StatWidgetView,
  Svg: StatSvg,
  queries: comparedQueries,
  toTable: (input) => reducedTable(input, input.options.reducer ?? 'last', input.options.compare),
});

function StatWidgetView(props: WidgetViewProps<StatOptions>): ReactElement {
  return <StatView {...useFrameViewProps(props)} options={props.options} />;
}
