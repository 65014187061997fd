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
   * How one value is made of each series.
   *
   * @defaultValue 'last'
   */
  readonly reducer?: Reducer | undefined;
  /**
   * At most so many rows are shown; the rest is counted in a note.
   *
   * @defaultValue 500
   */
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
}

/** The schema of {@link TableOptions}. Options that it does not know are left alone. */
export const tableOptionsSchema: OptionsSchema<TableOptions> = z.looseObject({
  reducer: z.optional(reducerSchema),
  maxRows: z.optional(z.int().check(z.minimum(1))),
  hiddenLabels: z.optional(z.array(z.string())),
  sortBy: z.optional(z.string()),
  sortDirection: z.optional(z.enum(['ascending', 'descending'])),
});
