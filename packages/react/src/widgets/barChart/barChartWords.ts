import type { CategoryCell } from '../../chart/categories/CategoryModel.ts';
import type { BarChartModel } from './barChartModel.ts';
import type { PlacedBars } from './placeBars.ts';

/** Returns what a bar chart shows, in one sentence. */
export function barChartSentence({ categories, groups, cells }: BarChartModel): string {
  const all = cells.flatMap((own) => own.filter(({ value }) => Number.isFinite(value)));
  const [first] = all;
  if (first === undefined) return 'No values.';
  const sizeOf = ({ value = 0 }: CategoryCell): number => value;
  const least = all.reduce((low, cell) => (sizeOf(cell) < sizeOf(low) ? cell : low), first);
  const most = all.reduce((high, cell) => (sizeOf(cell) > sizeOf(high) ? cell : high), first);
  const count = categories.length === 1 ? 'one category' : `${categories.length} categories`;
  const bars = groups.length > 1 ? `${count} of ${groups.length} bars` : count;
  return `${bars}, from ${least.display.text} to ${most.display.text}.`;
}

/** Returns what a bar chart leaves out; nothing where that is nothing. */
export function barChartNote({ leftGroups }: BarChartModel, { leftCount }: PlacedBars): string | undefined {
  const parts = [
    ...(leftCount > 0 ? [`${leftCount} more ${leftCount === 1 ? 'category' : 'categories'}`] : []),
    ...(leftGroups > 0 ? [`${leftGroups} more bars in each category`] : []),
  ];
  return parts.length === 0 ? undefined : `and ${parts.join(' and ')}, for which there is no room`;
}

/** Returns the same as a table of texts. */
export function barChartRows({ categories, groups, cells }: BarChartModel): {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  return {
    head: ['Category', ...(groups.length === 1 ? ['Value'] : groups.map(({ name }) => name))],
    rows: categories.map(({ name, title }, index) => [
      title ?? name,
      ...cells.map((own) => own[index]?.display.text ?? '–'),
    ]),
  };
}
