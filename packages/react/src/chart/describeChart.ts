import { type NumberField, reduceField, type TimeFormatter, type ValueFormatter } from '@glasspane/core';
import type { ChartSeries } from './ChartSeries.ts';

/** What is told of a series to people who do not see it. */
export interface SeriesSummary {
  readonly key: string;
  readonly name: string;
  readonly min: string;
  readonly max: string;
  readonly mean: string;
  readonly last: string;
}

/** What a description is made of. */
export interface DescribeOptions {
  readonly series: readonly ChartSeries[];
  readonly startMs: number;
  readonly endMs: number;
  readonly values: ValueFormatter;
  readonly times: TimeFormatter;
  readonly unit: string | undefined;
  readonly decimals: number | undefined;
}

/** Returns one sentence on what a chart shows: how many series, over which time, between which values. */
export function describeChart(options: DescribeOptions): string {
  const { series, startMs, endMs, values, times, unit, decimals } = options;
  const span = `${times.format(startMs)} to ${times.format(endMs)}`;
  if (series.length === 0) {
    return `No series, ${span}.`;
  }
  const write = (value: number | undefined): string => values.format(value, { unit, decimals }).text;
  const [min, max] = [extreme(series, 'min'), extreme(series, 'max')];
  const last = series.length === 1 ? `, last ${write(reduceField(first(series).field, 'last'))}` : '';
  const count = series.length === 1 ? `One series, ${first(series).name}` : `${series.length} series`;
  return `${count}, ${span}, minimum ${write(min)}, maximum ${write(max)}${last}.`;
}

/** Returns the numbers of each series as texts. */
export function summariseSeries(options: DescribeOptions): readonly SeriesSummary[] {
  const { values, unit, decimals } = options;
  return options.series.map(({ key, name, field }) => {
    const write = (reducer: 'min' | 'max' | 'mean' | 'last'): string =>
      values.format(reduceField(field, reducer), { unit, decimals }).text;
    return { key, name, min: write('min'), max: write('max'), mean: write('mean'), last: write('last') };
  });
}

function first(series: readonly ChartSeries[]): { readonly name: string; readonly field: NumberField } {
  return series[0] ?? { name: '', field: { kind: 'number', name: '', labels: {}, values: new Float64Array() } };
}

function extreme(series: readonly ChartSeries[], reducer: 'min' | 'max'): number | undefined {
  const values = series
    .map(({ field }) => reduceField(field, reducer))
    .filter((value): value is number => value !== undefined && !Number.isNaN(value));
  const pick = reducer === 'min' ? Math.min : Math.max;
  return values.length === 0 ? undefined : values.reduce((a, b) => pick(a, b));
}
