import * as z from 'zod/mini';
import type { OptionsSchema } from '../../widget/defineWidget.ts';

/**
 * A period of so many days that follows on itself, counted from a date: two weeks from `2026-01-05`.
 *
 * @public
 */
export interface CustomCostPeriod {
  /** The first day of one of the periods, as `2026-01-05`. */
  readonly from: string;
  /** 1 to 366. */
  readonly days: number;
}

/**
 * The options of the widget type `cost`.
 *
 * @public
 */
export interface CostOptions {
  /**
   * The period that is paid for, in the dashboard's time zone; weeks begin on Monday.
   *
   * @defaultValue 'month'
   */
  readonly period?: 'day' | 'week' | 'month' | 'quarter' | 'year' | CustomCostPeriod | undefined;
  /**
   * What time the cost of the query is for: `second` for a rate of money, `hour` for a price by the hour.
   *
   * @defaultValue 'second'
   */
  readonly ratePer?: 'second' | 'minute' | 'hour' | 'day' | undefined;
  /** What may be spent in the period, in the currency of the query. Left out: there is no budget. */
  readonly budget?: number | undefined;
  /**
   * What the rest of the period is taken to cost: as all of it so far, or as the last days, by the hour of data.
   *
   * @defaultValue 'period'
   */
  readonly projection?: 'period' | 'recent' | 'none' | undefined;
  /**
   * How many days the projection `recent` looks back.
   *
   * @defaultValue 7
   */
  readonly recentDays?: number | undefined;
  /**
   * How the parts are shown: as a list, or as bars over time.
   *
   * @defaultValue 'list'
   */
  readonly breakdown?: 'list' | 'bars' | 'none' | undefined;
}

const customPeriod = z.looseObject({
  from: z.iso.date(),
  days: z.int().check(z.minimum(1), z.maximum(366)),
});

/** The schema of {@link CostOptions}. Options that it does not know are left alone. */
export const costOptionsSchema: OptionsSchema<CostOptions> = z.looseObject({
  period: z.optional(z.union([z.enum(['day', 'week', 'month', 'quarter', 'year']), customPeriod])),
  ratePer: z.optional(z.enum(['second', 'minute', 'hour', 'day'])),
  budget: z.optional(z.number().check(z.gt(0))),
  projection: z.optional(z.enum(['period', 'recent', 'none'])),
  recentDays: z.optional(z.number().check(z.gt(0), z.lte(366))),
  breakdown: z.optional(z.enum(['list', 'bars', 'none'])),
});
