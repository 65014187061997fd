import { createFormatters } from '../../chart/createFormatters.ts';
import { seriesInputOf } from '../../chart/seriesInputOf.ts';
import type { WidgetTableInput } from '../../widget/defineWidget.ts';
import type { WidgetTable } from '../../widget/WidgetTable.ts';
import { formatBucket } from '../buckets/bucketAxis.ts';
import type { HistogramOptions } from './HistogramOptions.ts';
import { histogramModel } from './histogramModel.ts';

/** Returns a table with a row for each bucket and a column of counts for each series. */
export function histogramTable(input: WidgetTableInput<HistogramOptions>): WidgetTable {
  const { results, widget, timeRange, options } = input;
  const { buckets, groups } = histogramModel(seriesInputOf(results, widget), timeRange, options);
  const { values } = createFormatters(input);
  return {
    columns: [
      { name: 'Bucket', kind: 'text' },
      ...groups.map(({ name }) => ({ name, kind: 'value' as const, unit: 'short' })),
    ],
    rows: buckets.map((bucket, index) => [
      formatBucket(bucket, widget.field, values),
      ...groups.map(({ counts }) => counts[index]),
    ]),
  };
}
