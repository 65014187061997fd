import * as z from 'zod/mini';
import type { OptionsSchema } from '../../widget/defineWidget.ts';

/**
 * The options of the widget type `timeSeries`.
 *
 * @public
 */
export interface TimeSeriesOptions {
  /**
   * How neighbouring samples are joined.
   *
   * @defaultValue 'linear'
   */
  readonly interpolation?: 'linear' | 'step' | undefined;
  /**
   * How opaque the area under each line is, 0 to 1.
   *
   * @defaultValue 0.12 for a single series without bands, otherwise 0
   */
  readonly fillOpacity?: number | undefined;
  /**
   * Whether the values begin at zero, or below.
   *
   * @defaultValue true
   */
  readonly includeZero?: boolean | undefined;
  /**
   * Where the legend stands.
   *
   * @defaultValue 'auto'
   */
  readonly legend?: 'auto' | 'below' | 'right' | 'none' | undefined;
  /**
   * How the thresholds of the field are shown.
   *
   * @defaultValue 'line'
   */
  readonly thresholds?: 'off' | 'line' | 'band' | undefined;
  /**
   * At most so many series are drawn; the rest is counted in a note.
   *
   * @defaultValue 500
   */
  readonly maxSeries?: number | undefined;
}

/** The schema of {@link TimeSeriesOptions}. Options that it does not know are left alone. */
export const timeSeriesOptionsSchema: OptionsSchema<TimeSeriesOptions> = z.looseObject({
  interpolation: z.optional(z.enum(['linear', 'step'])),
  fillOpacity: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
  includeZero: z.optional(z.boolean()),
  legend: z.optional(z.enum(['auto', 'below', 'right', 'none'])),
  thresholds: z.optional(z.enum(['off', 'line', 'band'])),
  maxSeries: z.optional(z.int().check(z.minimum(1))),
});
