import type { CategoryInput } from './CategoryInput.ts';
import type { CategoryCell, CategoryModel } from './CategoryModel.ts';
import { columnCategories, textFrameIndex } from './columnCategories.ts';
import { seriesCategories } from './seriesCategories.ts';
import { timeCategories } from './timeCategories.ts';

/** Returns the categories of some results, and what each group has in each of them. */
export function toCategories(input: CategoryInput): CategoryModel {
  switch (input.source) {
    case 'series':
      return seriesCategories(input);
    case 'column':
      return columnCategories(input);
    case 'time':
      return timeCategories(input);
    case 'auto':
      return textFrameIndex(input.data.frames, input.column) < 0 ? seriesCategories(input) : columnCategories(input);
  }
}

/** How categories are ordered. `none`: as the results have them. */
export type CategoryOrder = 'none' | 'ascending' | 'descending' | 'name';

/** Returns the model with its categories in another order, by the sum of their values or by name; moments keep theirs. */
export function orderCategories(model: CategoryModel, order: CategoryOrder): CategoryModel {
  if (order === 'none' || model.isTime) return model;
  const rows = model.categories.map((category, index) => ({ category, index, total: totalAt(model, index) }));
  rows.sort((a, b) => {
    if (order === 'name') return a.category.name.localeCompare(b.category.name, 'en', { numeric: true });
    // What has no value stands last in either order.
    if (a.total === undefined || b.total === undefined) {
      return Number(a.total === undefined) - Number(b.total === undefined);
    }
    return order === 'ascending' ? a.total - b.total : b.total - a.total;
  });
  return {
    ...model,
    categories: rows.map(({ category }) => category),
    cells: model.cells.map((cells) =>
      rows.flatMap(({ index }): readonly CategoryCell[] => (cells[index] === undefined ? [] : [cells[index]])),
    ),
  };
}

function totalAt({ cells }: CategoryModel, category: number): number | undefined {
  const values = cells.flatMap((one) => one[category]?.value ?? []).filter((value) => !Number.isNaN(value));
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0);
}
