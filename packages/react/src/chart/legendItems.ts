import { displayValue, type Reducer, reduceField, type ValueFormatter } from '@glasspane/core';
import type { ChartSeries } from './ChartSeries.ts';
import type { LegendItem } from './LegendItem.ts';
import type { LegendSettings } from './LegendOptions.ts';

/** What people call each way to make one value of a series. */
const REDUCER_LABELS: Readonly<Record<Reducer, string>> = {
  min: 'Min',
  max: 'Max',
  mean: 'Mean',
  last: 'Last',
  first: 'First',
  sum: 'Total',
  count: 'Count',
};

/** Returns the titles of the columns of a legend's table; left out for a list. */
export function legendColumns({ mode, values }: LegendSettings): readonly string[] | undefined {
  return mode === 'table' ? values.map((reducer) => REDUCER_LABELS[reducer]) : undefined;
}

/** Returns the entries of a legend: the name of each series, and what is made of it. */
export function legendItems(
  series: readonly ChartSeries[],
  { mode, values }: LegendSettings,
  formatter: ValueFormatter,
): readonly LegendItem[] {
  return series.map(({ key, name, color, field, options }) => {
    const cells = values.map((reducer) => {
      const number = reduceField(field, reducer);
      // How many samples there are is not in the unit of the samples.
      return { number, text: displayValue(number, reducer === 'count' ? undefined : options, formatter).text };
    });
    return { key, name, color, value: mode === 'table' ? '' : listText(values, cells), cells };
  });
}

function listText(values: readonly Reducer[], cells: readonly { readonly text: string }[]): string {
  if (cells.length === 1) return cells[0]?.text ?? '';
  return cells.map(({ text }, index) => `${REDUCER_LABELS[values[index] ?? 'last'].toLowerCase()} ${text}`).join(', ');
}
