import { formatBucket } from '../buckets/bucketAxis.ts';
import type { HistogramBar, HistogramPlot } from './histogramPlot.ts';

/** Returns one sentence on what a histogram shows. */
export function histogramSentence({ model, bars, field, values }: HistogramPlot): string {
  const all = bars.flat();
  if (!all.some(({ count }) => count > 0)) return 'No values.';
  const sums = model.buckets.map((_, bucket) => bars.reduce((sum, group) => sum + (group[bucket]?.count ?? 0), 0));
  const fullest = model.buckets[sums.indexOf(Math.max(...sums))];
  const most = fullest === undefined ? '' : `, most in ${formatBucket(fullest, field, values)}`;
  return `${model.groups.length === 1 ? '' : `${model.groups.length} series, `}${sums.length} buckets${most}.`;
}

/** Returns how many a bar stands for: the count, and its share of all. */
export function barText({ count, share }: HistogramBar, { options, values }: HistogramPlot): string {
  const number = values.format(count, { unit: options.countUnit ?? 'short' }).text;
  return `${number} (${values.format(share, { unit: 'percentunit', decimals: share < 0.1 ? 1 : 0 }).text})`;
}

/** Returns the head and the rows of the table that stands for a histogram: a row for each bucket. */
export function histogramRows(plot: HistogramPlot): {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const { model, bars, field, values } = plot;
  return {
    head: ['Bucket', ...model.groups.map(({ name }) => name)],
    rows: model.buckets.map((bucket, index) => [
      formatBucket(bucket, field, values),
      ...bars.map((group) => (group[index] === undefined ? '' : barText(group[index], plot))),
    ]),
  };
}
