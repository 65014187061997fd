import type { FieldOptions } from '@glasspane/core';
import type { CategoryCell, CategoryModel } from './CategoryModel.ts';

/** One value among others that it is compared with. */
export interface RankedEntry {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly cell: CategoryCell;
  readonly options: FieldOptions | undefined;
}

/** Values in order, and what is not among them. */
export interface Ranking {
  readonly entries: readonly RankedEntry[];
  /** How many have no value, or none that is finite. */
  readonly missingCount: number;
  /** The sum of all entries; infinite where numbers end. */
  readonly total: number;
}

/** Returns all values of a model by size, named by what tells them apart. What is equal keeps its order. */
export function rankedEntries(
  { categories, groups, cells }: CategoryModel,
  order: 'descending' | 'ascending',
): Ranking {
  const entries: RankedEntry[] = [];
  const isAlone = groups.length === 1;
  let missingCount = 0;
  for (const [index, category] of categories.entries()) {
    const own = groups.flatMap(({ key, name, options }, group) => {
      const cell = cells[group]?.[index];
      return cell === undefined ? [] : [{ key, name, options, cell }];
    });
    const filled = own.filter(({ cell }) => cell.value !== undefined);
    if (filled.length === 0) missingCount += 1;
    for (const { key, name, options, cell } of filled) {
      const { value = Number.NaN } = cell;
      if (!Number.isFinite(value)) missingCount += 1;
      else
        entries.push({
          key: isAlone ? category.key : `${category.key} ${key}`,
          name: isAlone ? category.name : categories.length === 1 ? name : `${category.name} · ${name}`,
          value,
          cell,
          options,
        });
    }
  }
  const sign = order === 'descending' ? -1 : 1;
  entries.sort((a, b) => sign * Math.sign(a.value - b.value) || 0);
  return { entries, missingCount, total: entries.reduce((sum, { value }) => sum + value, 0) };
}

/** Returns the part that a value is of a total; undefined where parts make no sense: some are negative, or all are zero. */
export function shareOf(value: number, { entries, total }: Pick<Ranking, 'entries' | 'total'>): number | undefined {
  if (!(total > 0) || entries.some((entry) => entry.value < 0)) return undefined;
  if (Number.isFinite(total)) return value / total;
  // The sum of huge numbers is infinite, that of their halves and quarters need not be.
  const largest = entries.reduce((most, entry) => Math.max(most, entry.value), 0);
  return value / largest / entries.reduce((sum, entry) => sum + entry.value / largest, 0);
}
