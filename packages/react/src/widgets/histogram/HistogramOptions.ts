import * as z from 'zod/mini';
import type { OptionsSchema } from '../../widget/defineWidget.ts';

/**
 * The options of the widget type `histogram`.
 *
 * @public
 */
export interface HistogramOptions {
  /**
   * What the series are: `cumulative` and `separate` are buckets, each named by its upper bound (its label `le`, or else its
   * name), of which the last sample is shown; those of Prometheus hold all below as well. `values` are samples, which are
   * counted over the time range.
   *
   * @defaultValue `'cumulative'` where every series has a label `le`, otherwise `'values'`
   */
  readonly source?: 'cumulative' | 'separate' | 'values' | undefined;
  /**
   * About how many buckets `values` are counted in, 1 to 200. Left out: as the rule of Freedman and Diaconis has it, or that
   * of Sturges where half of the values are the same.
   */
  readonly bucketCount?: number | undefined;
  /** How wide a bucket of `values` is. Stands above `bucketCount`, unless there would be more than 200. */
  readonly bucketSize?: number | undefined;
  /**
   * Whether all series are counted together, instead of one above the other.
   *
   * @defaultValue false
   */
  readonly isCombined?: boolean | undefined;
  /**
   * Whether bars are counts, or shares of all that is counted.
   *
   * @defaultValue 'count'
   */
  readonly show?: 'count' | 'percent' | undefined;
  /**
   * The unit of the counts, by Grafana's ids: `reqps`.
   *
   * @defaultValue 'short'
   */
  readonly countUnit?: string | undefined;
  /**
   * Where the legend stands.
   *
   * @defaultValue 'auto'
   */
  readonly legend?: 'auto' | 'below' | 'right' | 'none' | undefined;
}

/** The schema of {@link HistogramOptions}. Options that it does not know are left alone. */
export const histogramOptionsSchema: OptionsSchema<HistogramOptions> = z.looseObject({
  source: z.optional(z.enum(['cumulative', 'separate', 'values'])),
  bucketCount: z.optional(z.int().check(z.minimum(1), z.maximum(200))),
  bucketSize: z.optional(z.number().check(z.positive())),
  isCombined: z.optional(z.boolean()),
  show: z.optional(z.enum(['count', 'percent'])),
  countUnit: z.optional(z.string()),
  legend: z.optional(z.enum(['auto', 'below', 'right', 'none'])),
});
