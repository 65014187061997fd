import { createFormatters } from '../../chart/createFormatters.ts';
import type { WidgetTableInput } from '../../widget/defineWidget.ts';
import type { WidgetTable } from '../../widget/WidgetTable.ts';
import { formatBucket } from '../buckets/bucketAxis.ts';
import type { HeatmapOptions } from './HeatmapOptions.ts';
import { heatmapModel } from './heatmapModel.ts';

/** Returns a table with a row for each moment and a column for each bucket, from the lowest on. */
export function heatmapTable(input: WidgetTableInput<HeatmapOptions>): WidgetTable {
  const { results, timeRange, options, widget } = input;
  const { times, buckets, counts } = heatmapModel(
    results.map(({ frame }) => frame),
    timeRange,
    options,
  );
  const { values } = createFormatters(input);
  const unit = options.countUnit ?? 'short';
  return {
    columns: [
      { name: 'Time', kind: 'time' },
      ...buckets.map((bucket) => ({
        name: formatBucket(bucket, widget.field, values),
        kind: 'value' as const,
        unit,
      })),
    ],
    rows: Array.from(times, (timeMs, column) => [
      timeMs,
      ...buckets.map((_, row) => {
        const count = counts[row * times.length + column] ?? Number.NaN;
        return Number.isNaN(count) ? undefined : count;
      }),
    ]),
  };
}
