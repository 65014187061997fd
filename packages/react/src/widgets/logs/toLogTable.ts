import type { LogEntry } from '@glasspane/core';
import type { WidgetTableInput } from '../../widget/defineWidget.ts';
import type { WidgetTable } from '../../widget/WidgetTable.ts';
import type { LogsOptions } from './LogsOptions.ts';
import { fromLogFrame, toMs } from './logFrame.ts';

/** Returns a table with a row for each line: its time, its labels and its text. */
export function toLogTable({ results, options }: WidgetTableInput<LogsOptions>): WidgetTable {
  return {
    columns: [
      { name: 'Time', kind: 'time' },
      { name: 'Labels', kind: 'text' },
      { name: 'Line', kind: 'value' },
    ],
    rows: linesInOrder({ results, options }).map(({ timeNs, labels, line }) => [
      toMs(timeNs),
      Object.entries(labels)
        .map(([name, value]) => `${name}=${value}`)
        .join(', '),
      line,
    ]),
  };
}

/** Returns the lines of a file as the widget orders them. */
export function linesInOrder(input: Pick<WidgetTableInput<LogsOptions>, 'results' | 'options'>): readonly LogEntry[] {
  const oldestFirst = input.results.flatMap(({ frame }) => fromLogFrame(frame));
  return input.options.order === 'oldest-first' ? oldestFirst : oldestFirst.reverse();
}
