import * as z from 'zod/mini';
import type { OptionsSchema } from '../../widget/defineWidget.ts';

/**
 * The options of the widget type `text`.
 *
 * @public
 */
export interface TextOptions {
  /**
   * The text, in a subset of markdown: headings, lists, tables, quotes, code, rules, emphasis and links. HTML in it is shown as
   * text; links lead to http, https, mailto or relative addresses only.
   *
   * @defaultValue ''
   */
  readonly content?: string | undefined;
}

/** The schema of {@link TextOptions}. Options that it does not know are left alone. */
export const textOptionsSchema: OptionsSchema<TextOptions> = z.looseObject({
  content: z.optional(z.string().check(z.maxLength(100_000))),
});
