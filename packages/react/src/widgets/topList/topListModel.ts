import type { Labels, ValueFormatter } from '@glasspane/core';
import { markLinks } from '../../chart/categories/markLinks.ts';
import { type Ranking, rankedEntries, shareOf } from '../../chart/categories/rankedEntries.ts';
import { toCategories } from '../../chart/categories/toCategories.ts';
import type { Formatters } from '../../chart/createFormatters.ts';
import type { TooltipLink } from '../../chart/interaction/PinnedContent.ts';
import type { ChartSeriesInput } from '../../chart/toChartSeries.ts';
import { tokenColor } from '../../theme/colorTokens.ts';
import type { WidgetViewProps } from '../../widget/defineWidget.ts';
import type { TopListOptions } from './TopListOptions.ts';

/** A row of a top list. */
export interface TopListRow {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly text: string;
  /** What the threshold of the value means, where it says so. */
  readonly label: string | undefined;
  /** 0 to 1; left out where shares make no sense. */
  readonly share: number | undefined;
  readonly shareText: string;
  /** How long its bar is, 0 to 1. */
  readonly size: number;
  /** A CSS colour. */
  readonly color: string;
  readonly labels: Labels;
  readonly link: TooltipLink | undefined;
  /** It is what the others come to. */
  readonly isOthers: boolean;
}

/** A ranking with the room for it. */
export interface TopListModel {
  readonly rows: readonly TopListRow[];
  /** What is left out, in words. */
  readonly note: string | undefined;
}

/** What a {@link topListModel} is made of. */
export interface TopListInput extends Formatters, Pick<WidgetViewProps<unknown>, 'timeRange'> {
  readonly data: ChartSeriesInput;
  readonly options: TopListOptions;
  /** At most so many rows have room, the one of the others among them. */
  readonly maxRows: number;
}

/** Returns the rows of a top list. */
export function topListModel(input: TopListInput): TopListModel {
  const { data, options, maxRows } = input;
  const { order = 'descending', limit = 10, hasOthers = true } = options;
  const model = toCategories({ ...input, ...options, data, source: 'auto', maxBuckets: 1 });
  const ranking = rankedEntries(model, order);
  const count = ranking.entries.length;
  const isCut = count > Math.min(limit, maxRows);
  const shown = isCut ? Math.max(1, Math.min(limit, hasOthers && maxRows > 1 ? maxRows - 1 : maxRows)) : count;
  const rows = ranking.entries.slice(0, shown).map((_, index) => rowOf(input, ranking, index));
  const left = count - shown;
  const hasRowOfOthers = hasOthers && left > 0 && maxRows > 1;
  const longest = ranking.entries.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0);
  const all = hasRowOfOthers ? [...rows, othersRow(input, ranking, shown)] : rows;
  const notes = [
    ...(left > 0 && !hasRowOfOthers ? [`and ${left} more`] : []),
    ...(ranking.missingCount > 0 ? [`${ranking.missingCount} without a finite value left out`] : []),
  ];
  return {
    rows: all.map((row) => ({ ...row, size: longest === 0 ? 0 : Math.min(1, Math.abs(row.value) / longest) })),
    note: notes.length === 0 ? undefined : notes.join(', '),
  };
}

function rowOf({ options, timeRange, values }: TopListInput, ranking: Ranking, index: number): TopListRow {
  const entry = ranking.entries[index];
  if (entry === undefined) throw new RangeError(`There is no row ${index}.`);
  const { key, name, value, cell } = entry;
  const share = options.hasShare === false ? undefined : shareOf(value, ranking);
  const [link] = markLinks({ links: entry.options?.links, timeRange, name, labels: cell.labels, value });
  return {
    key,
    name,
    value,
    text: cell.display.text,
    label: cell.display.label,
    share,
    shareText: shareText(share, values),
    size: 0,
    color: cell.color,
    labels: cell.labels,
    link,
    isOthers: false,
  };
}

function othersRow({ data, options, values }: TopListInput, ranking: Ranking, shown: number): TopListRow {
  const left = ranking.entries.slice(shown);
  const value = left.reduce((sum, entry) => sum + entry.value, 0);
  const share = options.hasShare === false ? undefined : shareOf(value, ranking);
  const field = options.reducer === 'count' ? { ...data.field, unit: undefined } : data.field;
  return {
    key: 'others',
    name: left.length === 1 ? '1 other' : `${left.length} others`,
    value,
    text: values.format(value, field).text,
    label: undefined,
    share,
    shareText: shareText(share, values),
    size: 0,
    color: tokenColor('neutral'),
    labels: {},
    link: undefined,
    isOthers: true,
  };
}

function shareText(share: number | undefined, values: ValueFormatter): string {
  if (share === undefined) return '';
  const decimals = share < 0.1 && share > 0 ? 1 : 0;
  return values.format(share, { unit: 'percentunit', decimals }).text;
}
