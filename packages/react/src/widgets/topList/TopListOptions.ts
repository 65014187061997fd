import type { Reducer } from '@glasspane/core';
import * as z from 'zod/mini';
import type { OptionsSchema } from '../../widget/defineWidget.ts';
import { reducerSchema } from '../reducerSchema.ts';

/**
 * The options of the widget type `topList`.
 *
 * @public
 */
export interface TopListOptions {
  /**
   * How one value is made of each series.
   *
   * @defaultValue 'last'
   */
  readonly reducer?: Reducer | undefined;
  /**
   * At most so many rows, 1 to 100; fewer where there is no room for them.
   *
   * @defaultValue 10
   */
  readonly limit?: number | undefined;
  /**
   * Whether the largest or the smallest value stands first.
   *
   * @defaultValue 'descending'
   */
  readonly order?: 'descending' | 'ascending' | undefined;
  /** The label that rows are named and added up by. Left out: each series is a row. */
  readonly categoryBy?: string | undefined;
  /** The column of text that names the rows of a table. Left out: the first one. */
  readonly column?: string | undefined;
  /**
   * Whether what is not among the rows is added up in a last one.
   *
   * @defaultValue true
   */
  readonly hasOthers?: boolean | undefined;
  /**
   * Whether each row says its share of all values.
   *
   * @defaultValue true
   */
  readonly hasShare?: boolean | undefined;
}

/** The schema of {@link TopListOptions}. Options that it does not know are left alone. */
export const topListOptionsSchema: OptionsSchema<TopListOptions> = z.looseObject({
  reducer: z.optional(reducerSchema),
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
  order: z.optional(z.enum(['descending', 'ascending'])),
  categoryBy: z.optional(z.string()),
  column: z.optional(z.string()),
  hasOthers: z.optional(z.boolean()),
  hasShare: z.optional(z.boolean()),
});
