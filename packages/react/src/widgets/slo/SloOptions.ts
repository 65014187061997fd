import * as z from 'zod/mini';
import type { OptionsSchema } from '../../widget/defineWidget.ts';
import { spanSchema } from '../spanSchema.ts';

/**
 * When an error budget burns too fast: over a long window, and over a short one still.
 *
 * @public
 */
export interface BurnRateRule {
  /** A span of time such as `1h`: that much of the budget is gone for good. */
  readonly longWindow: string;
  /** A shorter one, usually a twelfth: it ends the alarm soon after the errors end. */
  readonly shortWindow: string;
  /** From how many times the sustainable rate on, over both windows. */
  readonly burnRate: number;
  /** Whether somebody is called now, or it can wait for the next working day. */
  readonly severity: 'page' | 'ticket';
}

/**
 * The options of the widget type `slo`.
 *
 * @public
 */
export interface SloOptions {
  /**
   * The part of all that must be good, above 0 and at most 1.
   *
   * @defaultValue 0.999
   */
  readonly objective?: number | undefined;
  /**
   * How long the budget must last: a rolling span of time.
   *
   * @defaultValue '30d'
   */
  readonly period?: string | undefined;
  /**
   * The windows whose burn rates are shown.
   *
   * @defaultValue `['5m', '1h', '6h', '3d']`
   */
  readonly windows?: readonly string[] | undefined;
  /**
   * When the budget burns too fast. Left out: 14.4 over 1h and 5m, 6 over 6h and 30m (a page each), and 1 over 3d and 6h (a
   * ticket), as the Site Reliability Workbook of Google has it for 30 days.
   */
  readonly rules?: readonly BurnRateRule[] | undefined;
  /**
   * Whether the course of the budget is asked for and shown, where there is room.
   *
   * @defaultValue true
   */
  readonly hasCourse?: boolean | undefined;
}

/** The schema of {@link SloOptions}. Options that it does not know are left alone. */
export const sloOptionsSchema: OptionsSchema<SloOptions> = z.looseObject({
  objective: z.optional(z.number().check(z.gt(0), z.lte(1))),
  period: z.optional(spanSchema),
  windows: z.optional(z.array(spanSchema).check(z.minLength(1), z.maxLength(12))),
  rules: z.optional(
    z
      .array(
        z.looseObject({
          longWindow: spanSchema,
          shortWindow: spanSchema,
          burnRate: z.number().check(z.gt(0)),
          severity: z.enum(['page', 'ticket']),
        }),
      )
      .check(z.maxLength(12)),
  ),
  hasCourse: z.optional(z.boolean()),
});
