import { type FieldSummary, summarizeField } from '@glasspane/core';
import { axisOf, type PlotModel } from './PlotModel.ts';

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

/** Returns what a chart shows, in words: each value as its series is read, whatever is drawn of it. */
export function describeChart(model: PlotModel): ChartDescription {
  const told = model.series.map((series): ToldSeries => {
    const { key, name, field, options = model.field } = series;
    const summary = summarizeField(field);
    const write = (value: number | undefined): string => model.values.format(value, options).text;
    return { key, name, isRight: axisOf(model, series) !== model, summary, write };
  });
  return {
    sentence: describe(model, told),
    series: told.map(({ key, name, summary, write }) => {
      const { min, max, mean, last } = summary.count === 0 ? NOTHING : summary;
      return { key, name, min: write(min), max: write(max), mean: write(mean), last: write(last) };
    }),
  };
}

const NOTHING = { min: undefined, max: undefined, mean: undefined, last: undefined };

interface ToldSeries {
  readonly key: string;
  readonly name: string;
  readonly isRight: boolean;
  readonly summary: FieldSummary;
  readonly write: (value: number | undefined) => string;
}

function describe({ range, times }: PlotModel, told: readonly ToldSeries[]): string {
  const span = `${times.format(range.startMs)} to ${times.format(range.endMs)}`;
  const numbers = told.filter(({ summary }) => !Number.isNaN(summary.min));
  if (numbers.length === 0) {
    return `No values, ${span}.`;
  }
  const [only] = told;
  const isOne = told.length === 1 && only !== undefined;
  const count = isOne ? `One series, ${only.name}` : `${told.length} series`;
  const last = isOne ? `, last ${only.write(only.summary.last)}` : '';
  const [left, right] = [false, true].map((isRight) => ends(numbers.filter((one) => one.isRight === isRight)));
  const both = [left, right && `on the right axis ${right}`].filter((text) => text !== undefined && text !== '');
  return `${count}, ${span}, ${both.join(', ')}${last}.`;
}

function ends(told: readonly ToldSeries[]): string {
  const [first] = told;
  if (first === undefined) return '';
  const min = told.reduce((lowest, { summary }) => Math.min(lowest, summary.min), Number.POSITIVE_INFINITY);
  const max = told.reduce((highest, { summary }) => Math.max(highest, summary.max), Number.NEGATIVE_INFINITY);
  return `minimum ${first.write(min)}, maximum ${first.write(max)}`;
}
