import { type Reducer, reduceField } from '@glasspane/core';
import { assignColors } from '../../theme/assignColors.ts';
import { seriesColor } from '../../theme/themeColor.ts';
import type { ChartSeries } from '../ChartSeries.ts';
import { toChartSeries } from '../toChartSeries.ts';
import type { CategoryInput } from './CategoryInput.ts';
import { type Category, type CategoryCell, type CategoryModel, NO_CATEGORIES } from './CategoryModel.ts';
import { cellOf } from './cellOf.ts';

/** A series, and where it belongs. */
interface Placed {
  readonly series: ChartSeries;
  readonly category: Category;
  readonly groupKey: string;
  readonly groupName: string;
}

/**
 * Returns a category for each series, or for each value of a label; a group for each query, or for each value of another.
 * Where several series meet in one cell, their values are added up.
 */
export function seriesCategories(input: CategoryInput): CategoryModel {
  const { data, values, reducer = 'last' } = input;
  const { series } = toChartSeries(data);
  if (series.length === 0) return NO_CATEGORIES;
  const placed = series.map((one) => place(one, input));
  const categories = uniqueBy(placed.map(({ category }) => category));
  const groups = uniqueBy(placed.map(({ groupKey, groupName }) => ({ key: groupKey, name: groupName })));
  const isSingle = groups.length === 1;
  const colors = assignColors(groups.map(({ key, name }) => ({ key, colorKey: groupColorKey(input, name) })));
  const byCell = new Map<string, ChartSeries[]>();
  for (const { series: one, category, groupKey } of placed) {
    const key = cellKey(groupKey, category.key);
    const own = byCell.get(key) ?? [];
    own.push(one);
    byCell.set(key, own);
  }
  const coloured = groups.map((group) => ({
    ...group,
    color: seriesColor(colors.get(group.key) ?? 0),
    options: placed.find(({ groupKey }) => groupKey === group.key)?.series.options,
  }));
  const cells = coloured.map((group) =>
    categories.map((category): CategoryCell => {
      const own = byCell.get(cellKey(group.key, category.key)) ?? [];
      const [first] = own;
      const options = reducer === 'count' ? { ...group.options, unit: undefined } : (first?.options ?? group.options);
      const color = isSingle && first !== undefined ? first.color : group.color;
      const labels = own.length === 1 ? first?.field.labels : undefined;
      return cellOf({ value: sumOf(own, reducer), options, color, labels }, values);
    }),
  );
  return { categories, groups: coloured, cells, isTime: false, omittedGroups: 0 };
}

function place(series: ChartSeries, { data, categoryBy, groupBy }: CategoryInput): Placed {
  const { field, refId, name } = series;
  const hasQueries = data.frames.length > 1 && groupBy === undefined;
  const category =
    categoryBy === undefined
      ? { key: hasQueries ? labelsOf(series) : series.key, name }
      : { key: field.labels[categoryBy] ?? '', name: labelText(series, categoryBy) };
  if (groupBy !== undefined) {
    return { series, category, groupKey: field.labels[groupBy] ?? '', groupName: labelText(series, groupBy) };
  }
  return hasQueries
    ? { series, category, groupKey: refId ?? field.name, groupName: queryName(series, data) }
    : { series, category, groupKey: '', groupName: field.name };
}

function queryName({ field, refId }: ChartSeries, { legends, refIds }: CategoryInput['data']): string {
  const legend = legends?.[refIds?.indexOf(refId) ?? -1];
  if (legend !== undefined && legend.trim() !== '' && !legend.includes('{{')) return legend;
  return field.labels.__name__ ?? refId ?? field.name;
}

function labelText({ field }: ChartSeries, label: string): string {
  const value = field.labels[label];
  return value === undefined || value === '' ? `no ${label}` : value;
}

function labelsOf({ field }: ChartSeries): string {
  const labels = Object.entries(field.labels).filter(([name]) => name !== '__name__');
  return JSON.stringify(labels.sort(([a], [b]) => (a < b ? -1 : 1)));
}

// So that a value of a label has the colour here that its series has elsewhere.
function groupColorKey({ groupBy }: CategoryInput, name: string): string {
  return groupBy === undefined ? name : JSON.stringify([[groupBy, name]]);
}

function sumOf(series: readonly ChartSeries[], reducer: Reducer): number | undefined {
  const found = series.flatMap(({ field }) => reduceField(field, reducer) ?? []);
  if (found.length === 0) return undefined;
  const numbers = found.filter((value) => !Number.isNaN(value));
  return numbers.length === 0 ? Number.NaN : numbers.reduce((sum, value) => sum + value, 0);
}

function uniqueBy<TItem extends { readonly key: string }>(items: readonly TItem[]): readonly TItem[] {
  const first = new Map<string, TItem>();
  for (const item of items) {
    if (!first.has(item.key)) first.set(item.key, item);
  }
  return [...first.values()];
}

function cellKey(group: string, category: string): string {
  return JSON.stringify([group, category]);
}
