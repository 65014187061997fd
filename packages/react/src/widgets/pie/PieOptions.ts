import type { Reducer } from '@glasspane/core';
import * as z from 'zod/mini';
import type { OptionsSchema } from '../../widget/defineWidget.ts';
import { reducerSchema } from '../reducerSchema.ts';

/**
 * The options of the widget type `pie`.
 *
 * @public
 */
export interface PieOptions {
  /**
   * How one value is made of each series.
   *
   * @defaultValue 'last'
   */
  readonly reducer?: Reducer | undefined;
  /**
   * A ring with the total in its hole, or a whole disc.
   *
   * @defaultValue 'donut'
   */
  readonly shape?: 'donut' | 'pie' | undefined;
  /**
   * At most so many slices, 2 to 40; the smaller ones are added up in the last of them.
   *
   * @defaultValue 8
   */
  readonly maxSlices?: number | undefined;
  /** The label that slices are named and added up by. Left out: each series is a slice. */
  readonly categoryBy?: string | undefined;
  /** The column of text that names the rows of a table. Left out: the first one. */
  readonly column?: string | undefined;
  /**
   * Where the slices are named: beside them with a line to each, in a legend, or not at all. `auto`: beside them where
   * there is room.
   *
   * @defaultValue 'auto'
   */
  readonly labels?: 'auto' | 'outside' | 'legend' | 'none' | undefined;
  /**
   * What is said of a slice besides its name.
   *
   * @defaultValue 'percent'
   */
  readonly labelValue?: 'percent' | 'value' | 'both' | undefined;
  /**
   * Whether the hole of a donut says the total.
   *
   * @defaultValue true
   */
  readonly hasTotal?: boolean | undefined;
}

/** The schema of {@link PieOptions}. Options that it does not know are left alone. */
export const pieOptionsSchema: OptionsSchema<PieOptions> = z.looseObject({
  reducer: z.optional(reducerSchema),
  shape: z.optional(z.enum(['donut', 'pie'])),
  maxSlices: z.optional(z.int().check(z.minimum(2), z.maximum(40))),
  categoryBy: z.optional(z.string()),
  column: z.optional(z.string()),
  labels: z.optional(z.enum(['auto', 'outside', 'legend', 'none'])),
  labelValue: z.optional(z.enum(['percent', 'value', 'both'])),
  hasTotal: z.optional(z.boolean()),
});
