import type { ReactElement } from 'react';
import { defineWidget, type WidgetDefinition, type WidgetViewProps } from '../../widget/defineWidget.ts';
import { reducedTable } from '../seriesTable.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import { type GaugeOptions, gaugeOptionsSchema } from './GaugeOptions.ts';
import { GaugeSvg } from './GaugeSvg.tsx';
import { GaugeView } from './GaugeView.tsx';

/** The widget type `gauge`: where a value stands between two ends. */
export const gaugeWidget: WidgetDefinition<GaugeOptions> = defineWidget({
  type: 'gauge',
  label: 'Gauge',
  schema: gaugeOptionsSchema,
  queryMode: 'instant',
  View: GaugeWidgetView,
  Svg: GaugeSvg,
  toTable: (input) => reducedTable(input, input.options.reducer ?? 'last'),
});

function GaugeWidgetView(props: WidgetViewProps<GaugeOptions>): ReactElement {
  return <GaugeView {...useFrameViewProps(props)} options={props.options} />;
}
