import type { ReactElement } from 'react';
import { defineWidget, type WidgetDefinition, type WidgetViewProps } from '../../widget/defineWidget.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import { type HeatmapOptions, heatmapOptionsSchema } from './HeatmapOptions.ts';
import { HeatmapSvg } from './HeatmapSvg.tsx';
import { HeatmapView } from './HeatmapView.tsx';
import { heatmapTable } from './heatmapTable.ts';

/** The widget type `heatmap`: counts by time and value, as colours. */
export const heatmapWidget: WidgetDefinition<HeatmapOptions> = defineWidget({
  type: 'heatmap',
  label: 'Heatmap',
  schema: heatmapOptionsSchema,
  View: HeatmapWidgetView,
  Svg: HeatmapSvg,
  toTable: heatmapTable,
});

function HeatmapWidgetView(props: WidgetViewProps<HeatmapOptions>): ReactElement {
  return <HeatmapView {...useFrameViewProps(props)} options={props.options} />;
}
