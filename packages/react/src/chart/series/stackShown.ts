import type { NumberField } from '@glasspane/core';
import { stackSeries } from '@glasspane/core/chart';
import type { PlotSeries } from '../PlotSeries.ts';
import { bridgeGaps } from './bridgeGaps.ts';
import type { SeriesStyle } from './SeriesStyle.ts';

/** Returns the series with those that are to be stacked standing on each other, in their order. */
export function stackShown(
  series: readonly PlotSeries[],
  styleOf: (series: PlotSeries) => SeriesStyle,
): readonly PlotSeries[] {
  const stacks = new Map<string, PlotSeries[]>();
  for (const one of series) {
    const { stack = 'none', stackGroup = '' } = styleOf(one);
    if (stack === 'none') continue;
    const name = `${one.axis} ${stack} ${stackGroup}`;
    stacks.set(name, [...(stacks.get(name) ?? []), one]);
  }
  const stacked = new Map([...stacks.values()].flatMap((stack) => stackOf(stack, styleOf)));
  return series.map((one) => stacked.get(one) ?? one);
}

function stackOf(
  series: readonly PlotSeries[],
  styleOf: (series: PlotSeries) => SeriesStyle,
): readonly (readonly [PlotSeries, PlotSeries])[] {
  const [first] = series;
  if (first === undefined) return [];
  const inputs = series.map(({ times, values, interpolation, connectNulls }) => {
    const isStepped = interpolation !== 'linear';
    return {
      times,
      values: connectNulls === undefined ? values : bridgeGaps(times, values, connectNulls, isStepped),
      isStepped,
    };
  });
  const stacked = stackSeries(inputs, styleOf(first).stack === 'percent' ? 'percent' : 'normal');
  return series.flatMap((one, index) => {
    const place = stacked[index];
    if (place === undefined) return [];
    const { times, base, top } = place;
    const field = times === one.times ? one.field : fieldAt(one.field, one.times, times);
    return [[one, { ...one, times, field, values: top, base }] as const];
  });
}

/** The same samples in a column of more moments: there are gaps at those that have no sample. */
function fieldAt(field: NumberField, times: Float64Array, wanted: Float64Array): NumberField {
  const rows = new Map<number, number>();
  for (const [row, timeMs] of times.entries()) rows.set(timeMs, row);
  const values = new Float64Array(wanted.length);
  const gaps = new Uint8Array(wanted.length);
  for (const [index, timeMs] of wanted.entries()) {
    const row = rows.get(timeMs);
    values[index] = row === undefined ? Number.NaN : (field.values[row] ?? Number.NaN);
    gaps[index] = row === undefined ? 1 : (field.gaps?.[row] ?? 0);
  }
  return { ...field, values, gaps };
}
