import type { Reducer } from '@glasspane/core';
import * as z from 'zod/mini';
import type { OptionsSchema } from '../../widget/defineWidget.ts';
import { reducerSchema } from '../reducerSchema.ts';

/**
 * The options of the widget type `treemap`.
 *
 * @public
 */
export interface TreemapOptions {
  /**
   * How one value is made of each series.
   *
   * @defaultValue 'last'
   */
  readonly reducer?: Reducer | undefined;
  /**
   * Labels from the outside to the inside, at most four: `["namespace", "pod"]`. Series that have all of them in common are
   * added up. Left out: each series is a cell.
   */
  readonly path?: readonly string[] | undefined;
  /** The column of text that names the rows of a table. Left out: the first one. */
  readonly column?: string | undefined;
  /**
   * At most so many cells, 2 to 1,000; the smaller ones are added up in one.
   *
   * @defaultValue 200
   */
  readonly maxCells?: number | undefined;
  /**
   * What is written into a cell below its name.
   *
   * @defaultValue 'value'
   */
  readonly cellValue?: 'value' | 'percent' | 'none' | undefined;
}

/** The schema of {@link TreemapOptions}. Options that it does not know are left alone. */
export const treemapOptionsSchema: OptionsSchema<TreemapOptions> = z.looseObject({
  reducer: z.optional(reducerSchema),
  path: z.optional(z.array(z.string()).check(z.maxLength(4))),
  column: z.optional(z.string()),
  maxCells: z.optional(z.int().check(z.minimum(2), z.maximum(1000))),
  cellValue: z.optional(z.enum(['value', 'percent', 'none'])),
});
