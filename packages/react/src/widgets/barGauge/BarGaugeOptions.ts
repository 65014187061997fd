import type { Reducer } from '@glasspane/core';
import * as z from 'zod/mini';
import type { OptionsSchema } from '../../widget/defineWidget.ts';
import { reducerSchema } from '../reducerSchema.ts';

/**
 * The options of the widget type `barGauge`. The ends of its bars are `min` and `max` of the field.
 *
 * @public
 */
export interface BarGaugeOptions {
  /**
   * How one value is made of each series.
   *
   * @defaultValue 'last'
   */
  readonly reducer?: Reducer | undefined;
  /**
   * The way that bars go: across with their names beside them, or up with their names below.
   *
   * @defaultValue 'horizontal'
   */
  readonly orientation?: 'horizontal' | 'vertical' | undefined;
  /**
   * How a bar is filled: in the colour of its value, in the colours of all values up to it, or as lamps in these colours.
   *
   * @defaultValue 'basic'
   */
  readonly fill?: 'basic' | 'gradient' | 'segmented' | undefined;
  /**
   * Whether series are named. Left out: where there are several.
   */
  readonly hasNames?: boolean | undefined;
  /**
   * Whether values are written.
   *
   * @defaultValue true
   */
  readonly hasValues?: boolean | undefined;
  /**
   * Whether the thresholds are drawn along the bars.
   *
   * @defaultValue true
   */
  readonly hasThresholds?: boolean | undefined;
}

/** The schema of {@link BarGaugeOptions}. Options that it does not know are left alone. */
export const barGaugeOptionsSchema: OptionsSchema<BarGaugeOptions> = z.looseObject({
  reducer: z.optional(reducerSchema),
  orientation: z.optional(z.enum(['horizontal', 'vertical'])),
  fill: z.optional(z.enum(['basic', 'gradient', 'segmented'])),
  hasNames: z.optional(z.boolean()),
  hasValues: z.optional(z.boolean()),
  hasThresholds: z.optional(z.boolean()),
});
