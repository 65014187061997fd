import * as z from 'zod/mini';
import type { OptionsSchema } from '../../widget/defineWidget.ts';

/**
 * The options of the widget type `heatmap`.
 *
 * @public
 */
export interface HeatmapOptions {
  /**
   * What the series are: `cumulative` and `separate` are buckets, each named by its upper bound (its label `le`, or else its
   * name); those of Prometheus hold all below as well. `values` are samples, which are counted here.
   *
   * @defaultValue `'cumulative'` where every series has a label `le`, otherwise `'values'`
   */
  readonly source?: 'cumulative' | 'separate' | 'values' | undefined;
  /** About how many buckets `values` are counted in, 1 to 200. Left out: as many as they ask for. */
  readonly bucketCount?: number | undefined;
  /**
   * Whether the buckets of `values` are equally wide, or each wider than the one below by the same factor.
   *
   * @defaultValue 'linear'
   */
  readonly bucketScale?: 'linear' | 'log' | undefined;
  /**
   * How counts become colours. `log` shows rare ones next to frequent ones.
   *
   * @defaultValue 'linear'
   */
  readonly colorScale?: 'linear' | 'log' | undefined;
  /** The count with the first colour; smaller ones have it as well. Left out: 0, or for `log` the smallest above it. */
  readonly minCount?: number | undefined;
  /** The count with the last colour; larger ones have it as well. Left out: the largest. */
  readonly maxCount?: number | undefined;
  /**
   * The unit of the counts, by Grafana's ids: `reqps`.
   *
   * @defaultValue 'short'
   */
  readonly countUnit?: string | undefined;
  /**
   * Whether a legend says which colour stands for which count.
   *
   * @defaultValue true
   */
  readonly hasLegend?: boolean | undefined;
}

/** The schema of {@link HeatmapOptions}. Options that it does not know are left alone. */
export const heatmapOptionsSchema: OptionsSchema<HeatmapOptions> = z.looseObject({
  source: z.optional(z.enum(['cumulative', 'separate', 'values'])),
  bucketCount: z.optional(z.int().check(z.minimum(1), z.maximum(200))),
  bucketScale: z.optional(z.enum(['linear', 'log'])),
  colorScale: z.optional(z.enum(['linear', 'log'])),
  minCount: z.optional(z.number()),
  maxCount: z.optional(z.number()),
  countUnit: z.optional(z.string()),
  hasLegend: z.optional(z.boolean()),
});
