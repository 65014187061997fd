import type { ReactElement } from 'react';
import { defineWidget, type WidgetDefinition, type WidgetViewProps } from '../../widget/defineWidget.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import { type TopListOptions, topListOptionsSchema } from './TopListOptions.ts';
import { TopListSvg } from './TopListSvg.tsx';
import { TopListView } from './TopListView.tsx';
import { topListTable } from './topListTable.ts';

/** The widget type `topList`: the largest values, or the smallest. */
export const topListWidget: WidgetDefinition<TopListOptions> = defineWidget({
  type: 'topList',
  label: 'Top list',
  schema: topListOptionsSchema,
  View: TopListWidgetView,
  Svg: TopListSvg,
  toTable: topListTable,
});

function TopListWidgetView(props: WidgetViewProps<TopListOptions>): ReactElement {
  return <TopListView {...useFrameViewProps(props)} options={props.options} />;
}
