import { createFormatters } from '../../chart/createFormatters.ts';
import { seriesInputOf } from '../../chart/seriesInputOf.ts';
import type { WidgetTableInput } from '../../widget/defineWidget.ts';
import type { WidgetTable } from '../../widget/WidgetTable.ts';
import type { BarChartOptions } from './BarChartOptions.ts';
import { barChartModel } from './barChartModel.ts';

/** Returns a table with a row for each category, or for the begin of each bucket, and a column for each of its bars. */
export function barChartTable({
  results,
  widget,
  options,
  timeRange,
  locale,
  timeZone,
}: WidgetTableInput<BarChartOptions>): WidgetTable {
  const formatters = {
    ...createFormatters({ locale, timeZone }),
  };
  const { categories, groups, cells, isTime } = barChartModel({
    data: seriesInputOf(results, widget),
    options,
    timeRange,
    ...formatters,
  });
  return {
    columns: [
      isTime ? { name: 'Time', kind: 'time' } : { name: 'Category', kind: 'text' },
      ...groups.map(({ name }) => ({ name: groups.length === 1 && !isTime ? 'Value' : name, kind: 'value' as const })),
    ],
    rows: categories.map(({ key, name }, index) => [
      isTime ? Number(key) : name,
      ...cells.map((own) => own[index]?.value),
    ]),
  };
}
