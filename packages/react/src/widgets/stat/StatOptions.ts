import type { Reducer } from '@glasspane/core';
import * as z from 'zod/mini';
import type { OptionsSchema } from '../../widget/defineWidget.ts';
import { reducerSchema } from '../reducerSchema.ts';
import { spanSchema } from '../spanSchema.ts';

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
  /**
   * How much earlier the value that each is compared with was, as PromQL writes spans of time: `1h`, `1d`, `1w`. The
   * change is shown in percent. Views of a host's own data are given the earlier frames with `refIds` such as `A-1d`.
   */
  readonly compare?: string | undefined;
  /**
   * Which change is good news; the other one is bad.
   *
   * @defaultValue 'none'
   */
  readonly deltaGood?: 'up' | 'down' | 'none' | undefined;
}

/** The schema of {@link StatOptions}. Options that it does not know are left alone. */
export const statOptionsSchema: OptionsSchema<StatOptions> = z.looseObject({
  reducer: z.optional(reducerSchema),
  hasSparkline: z.optional(z.boolean()),
  colorMode: z.optional(z.enum(['value', 'background', 'none'])),
  compare: z.optional(spanSchema),
  deltaGood: z.optional(z.enum(['up', 'down', 'none'])),
});
