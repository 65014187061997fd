import { createFormatters } from '../../chart/createFormatters.ts';
import { seriesInputOf } from '../../chart/seriesInputOf.ts';
import type { WidgetTableInput } from '../../widget/defineWidget.ts';
import type { WidgetTable } from '../../widget/WidgetTable.ts';
import { toStateSeries } from '../states/toStateSeries.ts';

/** Returns a table with a row for each series and step: when it was, and in which state. */
export function historyTable(
  input: Pick<WidgetTableInput<unknown>, 'results' | 'widget' | 'timeRange' | 'locale' | 'timeZone'>,
): WidgetTable {
  const { startMs, endMs } = input.timeRange;
  const { series } = toStateSeries(seriesInputOf(input.results, input.widget), createFormatters(input).values);
  return {
    columns: [
      { name: 'Time', kind: 'time' },
      { name: 'Series', kind: 'text' },
      { name: 'State', kind: 'text' },
      // The state stands beside it: a mapping would say it twice.
      { name: 'Value', kind: 'value', unit: input.widget.field?.unit ?? 'none' },
    ],
    rows: series.flatMap(({ name, times, states, values }) =>
      [...times].flatMap((timeMs, row) => {
        const value = states[row] === undefined ? undefined : values[row];
        return timeMs < startMs || timeMs > endMs ? [] : [[timeMs, name, states[row]?.text ?? 'no data', value]];
      }),
    ),
  };
}
