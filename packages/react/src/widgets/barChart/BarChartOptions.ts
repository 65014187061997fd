import type { Reducer } from '@glasspane/core';
import * as z from 'zod/mini';
import type { OptionsSchema } from '../../widget/defineWidget.ts';
import { reducerSchema } from '../reducerSchema.ts';

/**
 * The options of the widget type `barChart`.
 *
 * @public
 */
export interface BarChartOptions {
  /**
   * What the categories are: the series, each made one value of; the rows of a table, named by a column of text; or
   * buckets of time. `auto`: the rows of a table where a result has a column of text, else the series.
   *
   * @defaultValue 'auto'
   */
  readonly categories?: 'auto' | 'series' | 'column' | 'time' | undefined;
  /** The column of text that names the rows of a table. Left out: the first one. */
  readonly column?: string | undefined;
  /** The label that series have their category by. Left out: each series is a category of its own. */
  readonly categoryBy?: string | undefined;
  /** The label that series have their bar within the category by. Left out: the query. */
  readonly groupBy?: string | undefined;
  /**
   * How one value is made of each series, or of what falls into a bucket.
   *
   * @defaultValue `'last'`; `'mean'` for buckets of time.
   */
  readonly reducer?: Reducer | undefined;
  /**
   * At most so many buckets of time. They begin at round times of the dashboard's time zone.
   *
   * @defaultValue 24
   */
  readonly maxBuckets?: number | undefined;
  /**
   * How the bars of one category stand: side by side, on one another, or on one another as shares of 100 %.
   *
   * @defaultValue 'none'
   */
  readonly stacking?: 'none' | 'normal' | 'percent' | undefined;
  /**
   * Which way the bars go. `auto`: up where the names have room below them, else to the right.
   *
   * @defaultValue 'auto'
   */
  readonly orientation?: 'auto' | 'horizontal' | 'vertical' | undefined;
  /**
   * The order of the categories: that of the results, by the sum of their values, or by name.
   *
   * @defaultValue 'none'
   */
  readonly sort?: 'none' | 'ascending' | 'descending' | 'name' | undefined;
  /**
   * Whether values are written at the ends of the bars. `auto`: where all of them have room.
   *
   * @defaultValue 'auto'
   */
  readonly valueLabels?: 'auto' | 'always' | 'never' | undefined;
  /**
   * How thresholds are shown.
   *
   * @defaultValue 'line'
   */
  readonly thresholds?: 'off' | 'line' | 'band' | undefined;
  /**
   * Where the legend stands, if there are several bars a category.
   *
   * @defaultValue 'auto'
   */
  readonly legend?: 'auto' | 'below' | 'right' | 'none' | undefined;
}

/** The schema of {@link BarChartOptions}. Options that it does not know are left alone. */
export const barChartOptionsSchema: OptionsSchema<BarChartOptions> = z.looseObject({
  categories: z.optional(z.enum(['auto', 'series', 'column', 'time'])),
  column: z.optional(z.string()),
  categoryBy: z.optional(z.string()),
  groupBy: z.optional(z.string()),
  reducer: z.optional(reducerSchema),
  maxBuckets: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
  stacking: z.optional(z.enum(['none', 'normal', 'percent'])),
  orientation: z.optional(z.enum(['auto', 'horizontal', 'vertical'])),
  sort: z.optional(z.enum(['none', 'ascending', 'descending', 'name'])),
  valueLabels: z.optional(z.enum(['auto', 'always', 'never'])),
  thresholds: z.optional(z.enum(['off', 'line', 'band'])),
  legend: z.optional(z.enum(['auto', 'below', 'right', 'none'])),
});
