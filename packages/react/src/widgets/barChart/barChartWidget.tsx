import type { ReactElement } from 'react';
import { defineWidget, type WidgetDefinition, type WidgetViewProps } from '../../widget/defineWidget.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import { type BarChartOptions, barChartOptionsSchema } from './BarChartOptions.ts';
import { BarChartSvg } from './BarChartSvg.tsx';
import { BarChartView } from './BarChartView.tsx';
import { barChartTable } from './barChartTable.ts';

/** The widget type `barChart`: values by category. */
export const barChartWidget: WidgetDefinition<BarChartOptions> = defineWidget({
  type: 'barChart',
  label: 'Bar chart',
  schema: barChartOptionsSchema,
  View: BarChartWidgetView,
  Svg: BarChartSvg,
  toTable: barChartTable,
});

function BarChartWidgetView(props: WidgetViewProps<BarChartOptions>): ReactElement {
  return <BarChartView {...useFrameViewProps(props)} options={props.options} />;
}
