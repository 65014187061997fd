import { type Reducer, reduceField } from '@glasspane/core';
import type { ChartSeries } from '../chart/ChartSeries.ts';
import { seriesInputOf } from '../chart/seriesInputOf.ts';
import { toChartSeries } from '../chart/toChartSeries.ts';
import type { WidgetTableInput } from '../widget/defineWidget.ts';
import type { WidgetTable } from '../widget/WidgetTable.ts';

/** Returns a table with a row for each moment and a column for each series of some results. */
export function timeSeriesTable(input: Pick<WidgetTableInput<unknown>, 'results' | 'widget'>): WidgetTable {
  return courseTable(seriesOf(input));
}

/** Returns a table with a row for each moment and a column for each series, named as on the chart. */
export function courseTable(series: readonly ChartSeries[]): WidgetTable {
  const shared = series[0]?.times;
  const times =
    shared !== undefined && series.every((one) => one.times === shared)
      ? shared
      : Float64Array.from(new Set(series.flatMap((one) => [...one.times]))).sort();
  const rowsAt = series.map(({ times: own }) => new Map([...own].map((timeMs, row) => [timeMs, row])));
  return {
    columns: [{ name: 'Time', kind: 'time' }, ...series.map(({ name }) => ({ name, kind: 'value' as const }))],
    rows: Array.from(times, (timeMs) => [
      timeMs,
      ...series.map(({ field }, index) => {
        const row = rowsAt[index]?.get(timeMs);
        return row === undefined || field.gaps?.[row] === 1 ? undefined : field.values[row];
      }),
    ]),
  };
}

/** Returns a table with a row for each series: its name, and one value made of it. */
export function reducedTable(
  input: Pick<WidgetTableInput<unknown>, 'results' | 'widget'>,
  reducer: Reducer,
): WidgetTable {
  return {
    columns: [
      { name: 'Series', kind: 'text' },
      { name: 'Value', kind: 'value' },
    ],
    rows: seriesOf(input).map(({ name, field }) => [name, reduceField(field, reducer)]),
  };
}

function seriesOf(input: Pick<WidgetTableInput<unknown>, 'results' | 'widget'>): readonly ChartSeries[] {
  return toChartSeries(seriesInputOf(input.results, input.widget)).series;
}
