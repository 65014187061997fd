import { GlasspaneError } from '@glasspane/core';
import { interpolateLogql, parseLogql, printLogql } from '@glasspane/core/logs';
import type { WidgetAskRequest, WidgetQueryResult } from '../../widget/defineWidget.ts';
import { defaultMaxLines, type LogsOptions } from './LogsOptions.ts';
import { toLogFrame } from './logFrame.ts';
import { theQueryOf } from './theQueryOf.ts';

/** Asks for the newest lines of a logs widget, and tells where there are more. */
export async function askLogs(request: WidgetAskRequest<LogsOptions>): Promise<readonly WidgetQueryResult[]> {
  const { widget, options, backend, timeRange, variables, signal } = request;
  const query = theQueryOf(widget);
  if (query === undefined || backend.logs === undefined) {
    throw new GlasspaneError('invalid', 'A logs widget shows one LogQL query, such as {app="api"} |= "error".');
  }
  const maxLines = options.maxLines ?? defaultMaxLines;
  const expr = printLogql(interpolateLogql(parseLogql(query.expr), variables));
  const { startMs, endMs } = timeRange;
  // The present moment counts too, as on the screen: the end is exclusive.
  const found = await backend.logs.query({ expr, startMs, endMs: endMs + 1, limit: maxLines + 1 }, signal);
  const notices = found.length > maxLines ? [{ severity: 'info', message: 'There are older lines.' } as const] : [];
  return [{ query, frame: toLogFrame(found.slice(0, maxLines)), notices }];
}
