import type { ReactElement } from 'react';
import { defineWidget, type WidgetDefinition, type WidgetViewProps } from '../../widget/defineWidget.ts';
import { reducedTable } from '../seriesTable.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import { type BarGaugeOptions, barGaugeOptionsSchema } from './BarGaugeOptions.ts';
import { BarGaugeSvg } from './BarGaugeSvg.tsx';
import { BarGaugeView } from './BarGaugeView.tsx';

/** The widget type `barGauge`: where values stand between two ends, as bars. */
export const barGaugeWidget: WidgetDefinition<BarGaugeOptions> = defineWidget({
  type: 'barGauge',
  label: 'Bar gauge',
  schema: barGaugeOptionsSchema,
  queryMode: 'instant',
  View: BarGaugeWidgetView,
  Svg: BarGaugeSvg,
  toTable: (input) => reducedTable(input, input.options.reducer ?? 'last'),
});

function BarGaugeWidgetView(props: WidgetViewProps<BarGaugeOptions>): ReactElement {
  return <BarGaugeView {...useFrameViewProps(props)} options={props.options} />;
}
