import type { ReactElement } from 'react';
import { defineWidget, type WidgetDefinition, type WidgetViewProps } from '../../widget/defineWidget.ts';
import { useWidgetEnvironment } from '../../widget/WidgetEnvironment.ts';
import { WidgetMessage } from '../../widget/WidgetMessage.tsx';
import { askLogs } from './askLogs.ts';
import { type LogsOptions, logsOptionsSchema } from './LogsOptions.ts';
import { LogsSvg } from './LogsSvg.tsx';
import { LogsView } from './LogsView.tsx';
import { theQueryOf } from './theQueryOf.ts';
import { toLogTable } from './toLogTable.ts';

/** The widget type `logs`: log lines that a LogQL query finds. */
export const logsWidget: WidgetDefinition<LogsOptions> = defineWidget({
  type: 'logs',
  label: 'Logs',
  schema: logsOptionsSchema,
  needs: ['logs'],
  View: LogsWidgetView,
  ask: askLogs,
  Svg: LogsSvg,
  toTable: toLogTable,
  isTabular: true,
});

function LogsWidgetView({ widget, options, ...room }: WidgetViewProps<LogsOptions>): ReactElement {
  const environment = useWidgetEnvironment();
  const query = theQueryOf(widget);
  if (query === undefined) {
    return (
      <WidgetMessage
        tone="neutral"
        icon="info"
        title={widget.queries.length === 0 ? 'No query' : 'More than one query'}
        detail={
          <>
            A logs widget shows one LogQL query, such as <code>{'{app="api"} |= "error"'}</code>.
          </>
        }
      />
    );
  }
  const { width, height, locale, timeZone } = room;
  return (
    <LogsView
      {...environment}
      expr={query.expr}
      title={widget.title}
      options={options}
      width={width}
      height={height}
      locale={locale}
      timeZone={timeZone}
    />
  );
}
