import type { ReactElement } from 'react';
import { defineWidget, type WidgetDefinition, type WidgetViewProps } from '../../widget/defineWidget.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import { type HistogramOptions, histogramOptionsSchema } from './HistogramOptions.ts';
import { HistogramSvg } from './HistogramSvg.tsx';
import { HistogramView } from './HistogramView.tsx';
import { histogramTable } from './histogramTable.ts';

/** The widget type `histogram`: how often values occur. */
export const histogramWidget: WidgetDefinition<HistogramOptions> = defineWidget({
  type: 'histogram',
  label: 'Histogram',
  schema: histogramOptionsSchema,
  View: HistogramWidgetView,
  Svg: HistogramSvg,
  toTable: histogramTable,
});

function HistogramWidgetView(props: WidgetViewProps<HistogramOptions>): ReactElement {
  return <HistogramView {...useFrameViewProps(props)} options={props.options} />;
}
