import * as z from 'zod/mini';
import type { OptionsSchema } from '../../widget/defineWidget.ts';

/**
 * The options of the widget type `statusHistory`.
 *
 * @public
 */
export interface StatusHistoryOptions {
  /**
   * Whether states are written into the cells that have room for it.
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

/** The schema of {@link StatusHistoryOptions}. Options that it does not know are left alone. */
export const statusHistoryOptionsSchema: OptionsSchema<StatusHistoryOptions> = z.looseObject({
  hasText: z.optional(z.boolean()),
  hasLegend: z.optional(z.boolean()),
});
