import { formatBucket } from '../buckets/bucketAxis.ts';
import type { HeatmapModel } from './heatmapModel.ts';
import type { HeatmapPlot } from './heatmapPlot.ts';

/** What is told of a heatmap to people who do not see it. */
export interface HeatmapDescription {
  /** One sentence: how many buckets, over which time, and where most is. */
  readonly sentence: string;
  /** A row for each bucket, the highest first: its name, its mean count and its largest. */
  readonly rows: readonly (readonly [name: string, mean: string, max: string])[];
}

/** Returns what a heatmap shows, in words. */
export function describeHeatmap({ model, range, field, values, times, countUnit }: HeatmapPlot): HeatmapDescription {
  const span = `${times.format(range.startMs)} to ${times.format(range.endMs)}`;
  const totals = model.buckets.map((_, row) => rowTotal(model, row));
  const write = (count: number): string => values.format(count, { unit: countUnit }).text;
  const names = model.buckets.map((bucket) => formatBucket(bucket, field, values));
  const rows = names.map((name, row) => [name, write(totals[row]?.mean ?? 0), write(totals[row]?.max ?? 0)] as const);
  const fullest = totals.reduce((best, { mean }, row) => (mean > (totals[best]?.mean ?? 0) ? row : best), 0);
  const sentence = totals.some(({ max }) => max > 0)
    ? `Counts in ${names.length} buckets, ${span}, most in ${names[fullest]}.`
    : `No counts, ${span}.`;
  return { sentence, rows: rows.reverse() };
}

function rowTotal({ counts, times }: HeatmapModel, row: number): { readonly mean: number; readonly max: number } {
  let [sum, samples, max] = [0, 0, 0];
  for (const count of counts.subarray(row * times.length, (row + 1) * times.length)) {
    if (Number.isNaN(count)) continue;
    sum += count;
    samples += 1;
    max = Math.max(max, count);
  }
  return { mean: samples === 0 ? 0 : Math.min(1e304, sum) / samples, max };
}
