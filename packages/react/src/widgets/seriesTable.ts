import { type Reducer, reduceField } from '@glasspane/core';
import type { ChartSeries } from '../chart/ChartSeries.ts';
import { seriesInputOf } from '../chart/seriesInputOf.ts';
import { toChartSeries } from '../chart/toChartSeries.ts';
import type { WidgetTableInput } from '../widget/defineWidget.ts';
import type { WidgetTable } from '../widget/WidgetTable.ts';
import { splitCompared } from './compareQueries.ts';
import { describeSpan } from './timeSeries/describeSpan.ts';

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

/**
 * Returns a table with a row for each series: its name, and one value made of it; where it is compared, the value of before
 * and the change as a share of that, too.
 */
export function reducedTable(
  input: Pick<WidgetTableInput<unknown>, 'results' | 'widget'>,
  reducer: Reducer,
  compare?: string,
): WidgetTable {
  const data = seriesInputOf(input.results, input.widget);
  const split = compare === undefined ? undefined : splitCompared(data, compare);
  const rows = toChartSeries(split?.current ?? data).series;
  const columns: WidgetTable['columns'] = [
    { name: 'Series', kind: 'text' },
    { name: 'Value', kind: 'value' },
  ];
  if (split === undefined || compare === undefined) {
    return { columns, rows: rows.map(({ name, field }) => [name, reduceField(field, reducer)]) };
  }
  const before = new Map(
    toChartSeries(split.earlier).series.map((one) => [split.siblingKey(one), reduceField(one.field, reducer)] as const),
  );
  return {
    columns: [
      ...columns,
      { name: `${describeSpan(compare)} earlier`, kind: 'value' },
      { name: 'Change', kind: 'value', unit: 'percentunit' },
    ],
    rows: rows.map((one) => {
      const [value, earlier] = [reduceField(one.field, reducer), before.get(split.siblingKey(one))];
      const change = value === undefined || earlier === undefined ? undefined : (value - earlier) / Math.abs(earlier);
      return [one.name, value, earlier, change !== undefined && Number.isFinite(change) ? change : undefined];
    }),
  };
}

function seriesOf(input: Pick<WidgetTableInput<unknown>, 'results' | 'widget'>): readonly ChartSeries[] {
  return toChartSeries(seriesInputOf(input.results, input.widget)).series;
}
