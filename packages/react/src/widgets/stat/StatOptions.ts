import type { Reducer } from '@glasspane/core';
import * as z from 'zod/mini';
import type { OptionsSchema } from '../../widget/defineWidget.ts';
import { reducerSchema } from '../reducerSchema.ts';

/**
 * The options of the widget type `stat`.
 *
 * @public
 */
export interface StatOptions {
  /**
   * How one value is made of each series.
   *
   * @defaultValue 'last'
   */
  readonly reducer?: Reducer | undefined;
  /**
   * Whether the course of the series is drawn behind its value.
   *
   * @defaultValue true
   */
  readonly hasSparkline?: boolean | undefined;
  /**
   * What takes the colour of the threshold or the mapping.
   *
   * @defaultValue 'value'
   */
  readonly colorMode?: 'value' | 'background' | 'none' | undefined;
}

/** The schema of {@link StatOptions}. Options that it does not know are left alone. */
export const statOptionsSchema: OptionsSchema<StatOptions> = z.looseObject({
  reducer: z.optional(reducerSchema),
  hasSparkline: z.optional(z.boolean()),
  colorMode: z.optional(z.enum(['value', 'background', 'none'])),
});
