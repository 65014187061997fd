import type { Reducer } from '@glasspane/core';
import * as z from 'zod/mini';
import type { OptionsSchema } from '../../widget/defineWidget.ts';
import { reducerSchema } from '../reducerSchema.ts';

/**
 * The options of the widget type `table`.
 *
 * @public
 */
export interface TableOptions {
  /**
   * What the rows are: `series`, each with its labels and one value; or `times`, each moment with a column a series. Results
   * that are tables already, made by transformations, are shown as they are.
   *
   * @defaultValue 'series'
   */
  readonly rowsOf?: 'series' | 'times' | undefined;
  /**
   * How one value is made of each series.
   *
   * @defaultValue 'last'
   */
  readonly reducer?: Reducer | undefined;
  /** Shows the course of each series beside its value, where the queries ask for a range. */
  readonly hasSparklines?: boolean | undefined;
  /** At most so many rows are shown; the rest is counted in a note. Left out: all. */
  readonly maxRows?: number | undefined;
  /** Labels that get no column. */
  readonly hiddenLabels?: readonly string[] | undefined;
  /** By which column the table is sorted at first: the name of a label, or the title of a value. */
  readonly sortBy?: string | undefined;
  /**
   * The direction of `sortBy`.
   *
   * @defaultValue 'descending'
   */
  readonly sortDirection?: 'ascending' | 'descending' | undefined;
  /**
   * Whether the heads have a control that filters by the column.
   *
   * @defaultValue true
   */
  readonly isFilterable?: boolean | undefined;
  /** A row at the bottom for each of these, made of the values of the rows that are shown. */
  readonly footer?: readonly Reducer[] | undefined;
}

/** The schema of {@link TableOptions}. Options that it does not know are left alone. */
export const tableOptionsSchema: OptionsSchema<TableOptions> = z.looseObject({
  rowsOf: z.optional(z.enum(['series', 'times'])),
  reducer: z.optional(reducerSchema),
  hasSparklines: z.optional(z.boolean()),
  maxRows: z.optional(z.int().check(z.minimum(1))),
  hiddenLabels: z.optional(z.array(z.string())),
  sortBy: z.optional(z.string()),
  sortDirection: z.optional(z.enum(['ascending', 'descending'])),
  isFilterable: z.optional(z.boolean()),
  footer: z.optional(z.array(reducerSchema)),
});
