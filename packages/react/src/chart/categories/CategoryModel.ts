import type { DisplayValue, FieldOptions } from '@glasspane/core';

/** One place along a category axis. */
export interface Category {
  /** Names the category over refreshes. */
  readonly key: string;
  /** What people call it. */
  readonly name: string;
  /** What it is called where there is room for more: the hours that a bucket is made of. Left out: its name. */
  readonly title?: string | undefined;
}

/** What stands once in each category: a query, a column, a series over time. */
export interface CategoryGroup {
  readonly key: string;
  readonly name: string;
  /** A CSS colour. */
  readonly color: string;
  readonly options?: FieldOptions | undefined;
}

/** What one group has in one category. */
export interface CategoryCell {
  /** Left out: nothing. */
  readonly value: number | undefined;
  readonly display: DisplayValue;
  /** A CSS colour. */
  readonly color: string;
  /** The labels of the series it comes from; none where it is not of one series. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Values by category and group. */
export interface CategoryModel {
  readonly categories: readonly Category[];
  readonly groups: readonly CategoryGroup[];
  /** By group, then by category. */
  readonly cells: readonly (readonly CategoryCell[])[];
  /** The categories are moments one after the other, and keep their order. */
  readonly isTime: boolean;
  /** How many groups there are besides. */
  readonly omittedGroups: number;
}

/** A model without anything. */
export const NO_CATEGORIES: CategoryModel = { categories: [], groups: [], cells: [], isTime: false, omittedGroups: 0 };
