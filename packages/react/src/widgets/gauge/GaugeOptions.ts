import type { Reducer } from '@glasspane/core';
import * as z from 'zod/mini';
import type { OptionsSchema } from '../../widget/defineWidget.ts';
import { reducerSchema } from '../reducerSchema.ts';

/**
 * The options of the widget type `gauge`. Its ends are `min` and `max` of the field.
 *
 * @public
 */
export interface GaugeOptions {
  /**
   * How one value is made of each series.
   *
   * @defaultValue 'last'
   */
  readonly reducer?: Reducer | undefined;
  /**
   * Whether the ends of the gauge are written.
   *
   * @defaultValue true
   */
  readonly hasEndLabels?: boolean | undefined;
}

/** The schema of {@link GaugeOptions}. Options that it does not know are left alone. */
export const gaugeOptionsSchema: OptionsSchema<GaugeOptions> = z.looseObject({
  reducer: z.optional(reducerSchema),
  hasEndLabels: z.optional(z.boolean()),
});
