import type { Query, Widget } from '@glasspane/core';
import { parseSpanMs } from '@glasspane/core/chart';
import { WORKBOOK_RULES } from './errorBudget.ts';
import type { SloOptions } from './SloOptions.ts';

/** The options of an SLO, with what stands for those that are left out. */
export type SloSettings = { readonly [Name in keyof SloOptions]-?: NonNullable<SloOptions[Name]> } & {
  readonly periodMs: number;
};

/** Returns the options with what stands for those that are left out. */
export function sloSettings(options: SloOptions): SloSettings {
  const { objective = 0.999, period = '30d', rules = WORKBOOK_RULES, hasCourse = true } = options;
  const { windows = ['5m', '1h', '6h', '3d'] } = options;
  return { objective, period, windows, rules, hasCourse, periodMs: parseSpanMs(period) ?? 30 * 86_400_000 };
}

/** Returns the query of the error ratio: the first that is not hidden. */
export function ratioQuery({ queries }: Pick<Widget, 'queries'>): Query | undefined {
  return queries.find(({ isHidden }) => isHidden !== true);
}

/** Returns the `refId` of the question for the error ratio over a window. */
export function windowRefId(query: Pick<Query, 'refId'>, window: string): string {
  return `${query.refId}:${window}`;
}

/** Returns the `refId` of the question for the course of the budget. */
export function courseRefId(query: Pick<Query, 'refId'>): string {
  return `${query.refId}:course`;
}

/**
 * Returns the questions of an SLO: the first query once for each window and for the period, as of now, with `$__range` as
 * long as that; and over the period, for the course.
 */
export function sloQueries({
  widget,
  options,
}: {
  readonly widget: Pick<Widget, 'queries'>;
  readonly options: SloOptions;
}): readonly Query[] {
  const query = ratioQuery(widget);
  if (query === undefined) return [];
  const { period, periodMs, windows, rules, hasCourse } = sloSettings(options);
  const asked = new Set([
    ...windows,
    ...rules.flatMap(({ longWindow, shortWindow }) => [longWindow, shortWindow]),
    period,
  ]);
  const questions = [...asked].map(
    (window): Query => ({
      ...query,
      refId: windowRefId(query, window),
      instant: true,
      rangeMs: parseSpanMs(window) ?? periodMs,
    }),
  );
  const course = { ...query, refId: courseRefId(query), instant: false, rangeMs: periodMs };
  return hasCourse ? [...questions, course] : questions;
}
