import type { ReactElement } from 'react';
import { defineWidget, type WidgetDefinition, type WidgetViewProps } from '../../widget/defineWidget.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import { historyTable } from './historyTable.ts';
import { type StatusHistoryOptions, statusHistoryOptionsSchema } from './StatusHistoryOptions.ts';
import { StatusHistorySvg } from './StatusHistorySvg.tsx';
import { StatusHistoryView } from './StatusHistoryView.tsx';

/** The widget type `statusHistory`: the state of series at each step. */
export const statusHistoryWidget: WidgetDefinition<StatusHistoryOptions> = defineWidget({
  type: 'statusHistory',
  label: 'Status history',
  schema: statusHistoryOptionsSchema,
  View: StatusHistoryWidgetView,
  Svg: StatusHistorySvg,
  toTable: historyTable,
});

function StatusHistoryWidgetView(props: WidgetViewProps<StatusHistoryOptions>): ReactElement {
  return <StatusHistoryView {...useFrameViewProps(props)} options={props.options} />;
}
