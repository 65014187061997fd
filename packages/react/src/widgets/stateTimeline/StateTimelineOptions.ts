import * as z from 'zod/mini';
import type { OptionsSchema } from '../../widget/defineWidget.ts';

/**
 * The options of the widget type `stateTimeline`.
 *
 * @public
 */
export interface StateTimelineOptions {
  /**
   * Whether neighbouring samples of one state are one bar.
   *
   * @defaultValue true
   */
  readonly isMerged?: boolean | undefined;
  /**
   * Whether states are written into the bars that have room for it.
   *
   * @defaultValue true
   */
  readonly hasText?: boolean | undefined;
  /**
   * Whether a legend says which colour stands for which state.
   *
   * @defaultValue true
   */
  readonly hasLegend?: boolean | undefined;
}

/** The schema of {@link StateTimelineOptions}. Options that it does not know are left alone. */
export const stateTimelineOptionsSchema: OptionsSchema<StateTimelineOptions> = z.looseObject({
  isMerged: z.optional(z.boolean()),
  hasText: z.optional(z.boolean()),
  hasLegend: z.optional(z.boolean()),
});
