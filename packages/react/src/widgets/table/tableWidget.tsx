import { type ReactElement, useContext } from 'react';
import { defineWidget, type WidgetDefinition, type WidgetViewProps } from '../../widget/defineWidget.ts';
import { WidgetEnvironmentContext } from '../../widget/WidgetEnvironment.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import { type TableOptions, tableOptionsSchema } from './TableOptions.ts';
import { TableSvg } from './TableSvg.tsx';
import { TableView } from './TableView.tsx';
import { toWidgetTable } from './toWidgetTable.ts';

/** The widget type `table`: series as rows, or tables as they are. */
export const tableWidget: WidgetDefinition<TableOptions> = defineWidget({
  type: 'table',
  label: 'Table',
  schema: tableOptionsSchema,
  queryMode: 'instant',
  View: TableWidgetView,
  Svg: TableSvg,
  toTable: toWidgetTable,
});

function TableWidgetView(props: WidgetViewProps<TableOptions>): ReactElement {
  const variables = useContext(WidgetEnvironmentContext)?.variables;
  return <TableView {...useFrameViewProps(props)} options={props.options} variables={variables} />;
}
