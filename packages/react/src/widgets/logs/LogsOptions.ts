import * as z from 'zod/mini';
import type { OptionsSchema } from '../../widget/defineWidget.ts';

/**
 * The options of the widget type `logs`.
 *
 * @public
 */
export interface LogsOptions {
  /**
   * At most so many lines are shown, the newest; that there are more is told.
   *
   * @defaultValue 500
   */
  readonly maxLines?: number | undefined;
  /**
   * Which lines stand at the top.
   *
   * @defaultValue 'newest-first'
   */
  readonly order?: 'newest-first' | 'oldest-first' | undefined;
  /**
   * Follows new lines as they come, where the time range ends now.
   *
   * @defaultValue true
   */
  readonly isLive?: boolean | undefined;
  /**
   * Breaks long lines; else they are cut off and shown whole when they are opened.
   *
   * @defaultValue true
   */
  readonly wrap?: boolean | undefined;
  /**
   * Lets the viewer filter by text and label.
   *
   * @defaultValue true
   */
  readonly hasFilters?: boolean | undefined;
}

/** How many lines are shown where the options do not tell. */
export const defaultMaxLines = 500;

/** More rows make a page slow, and nobody reads them. */
const MAX_LINES = 2000;

/** The schema of {@link LogsOptions}. Options that it does not know are left alone. */
export const logsOptionsSchema: OptionsSchema<LogsOptions> = z.looseObject({
  maxLines: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_LINES))),
  order: z.optional(z.enum(['newest-first', 'oldest-first'])),
  isLive: z.optional(z.boolean()),
  wrap: z.optional(z.boolean()),
  hasFilters: z.optional(z.boolean()),
});
