import { createFormatters } from '../../chart/createFormatters.ts';
import { seriesInputOf } from '../../chart/seriesInputOf.ts';
import type { WidgetTableInput } from '../../widget/defineWidget.ts';
import type { WidgetTable } from '../../widget/WidgetTable.ts';
import type { TopListOptions } from './TopListOptions.ts';
import { topListModel } from './topListModel.ts';

/** Returns a table with the rows of the list, whatever room there is for them on the screen. */
export function topListTable(input: WidgetTableInput<TopListOptions>): WidgetTable {
  const { results, widget, options, timeRange, locale, timeZone } = input;
  const { rows } = topListModel({
    data: seriesInputOf(results, widget),
    options,
    timeRange,
    maxRows: Number.POSITIVE_INFINITY,
    ...createFormatters({ locale, timeZone }),
  });
  return {
    columns: [
      { name: 'Name', kind: 'text' },
      { name: 'Value', kind: 'value' },
      { name: 'Share', kind: 'value', unit: 'percentunit' },
    ],
    rows: rows.map(({ name, value, share }) => [name, value, share]),
  };
}
