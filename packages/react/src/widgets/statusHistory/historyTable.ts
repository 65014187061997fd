import { ValueFormatter } from '@glasspane/core';
import { seriesInputOf } from '../../chart/seriesInputOf.ts';
import type { WidgetTableInput } from '../../widget/defineWidget.ts';
import type { WidgetTable } from '../../widget/WidgetTable.ts';
import { toStateSeries } from '../states/toStateSeries.ts';

/** Returns a table with a row for each series and step: when it was, and in which state. */
export function historyTable(
  input: Pick<WidgetTableInput<unknown>, 'results' | 'widget' | 'timeRange' | 'locale'>,
): WidgetTable {
  const { startMs, endMs } = input.timeRange;
  const { series } = toStateSeries(
    seriesInputOf(input.results, input.widget),
    new ValueFormatter({ locale: input.locale }),
  );
  return {
    columns: [
      { name: 'Time', kind: 'time' },
      { name: 'Series', kind: 'text' },
      { name: 'State', kind: 'text' },
      { name: 'Value', kind: 'value' },
    ],
    rows: series.flatMap(({ name, times, states, values }) =>
      [...times].flatMap((timeMs, row) => {
        const value = states[row] === undefined ? undefined : values[row];
        return timeMs < startMs || timeMs > endMs ? [] : [[timeMs, name, states[row]?.text ?? 'no data', value]];
      }),
    ),
  };
}
