import { type FieldSummary, summarizeField } from '@glasspane/core';
import type { PlotModel } from './PlotModel.ts';

/** What is told of a series to people who do not see it. */
export interface SeriesSummary {
  readonly key: string;
  readonly name: string;
  readonly min: string;
  readonly max: string;
  readonly mean: string;
  readonly last: string;
}

/** What is told of a chart to people who do not see it. */
export interface ChartDescription {
  /** One sentence: how many series, over which time, between which values. */
  readonly sentence: string;
  readonly series: readonly SeriesSummary[];
}

/** Returns what a chart shows, in words. */
export function describeChart(model: PlotModel): ChartDescription {
  const summaries = model.series.map(({ field }) => summarizeField(field));
  const write = (value: number | undefined): string => model.values.format(value, model.field).text;
  return {
    sentence: describe(model, summaries, write),
    series: model.series.map(({ key, name }, index) => {
      const summary = summaries[index];
      const { min, max, mean, last } = summary === undefined || summary.count === 0 ? NOTHING : summary;
      return { key, name, min: write(min), max: write(max), mean: write(mean), last: write(last) };
    }),
  };
}

const NOTHING = { min: undefined, max: undefined, mean: undefined, last: undefined };

function describe(
  { series, range, times }: PlotModel,
  summaries: readonly FieldSummary[],
  write: (value: number | undefined) => string,
): string {
  const span = `${times.format(range.startMs)} to ${times.format(range.endMs)}`;
  const numbers = summaries.filter(({ min }) => !Number.isNaN(min));
  if (numbers.length === 0) {
    return `No values, ${span}.`;
  }
  const min = numbers.reduce((lowest, summary) => Math.min(lowest, summary.min), Number.POSITIVE_INFINITY);
  const max = numbers.reduce((highest, summary) => Math.max(highest, summary.max), Number.NEGATIVE_INFINITY);
  const [only] = series;
  const isOne = series.length === 1 && only !== undefined;
  const count = isOne ? `One series, ${only.name}` : `${series.length} series`;
  const last = isOne ? `, last ${write(summaries[0]?.last)}` : '';
  return `${count}, ${span}, minimum ${write(min)}, maximum ${write(max)}${last}.`;
}
