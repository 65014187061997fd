import { type AbsoluteTimeRange, type Query, resolveTimeRange, type Widget } from '@glasspane/core';
import type { CostOptions, CustomCostPeriod } from './CostOptions.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const CALENDAR = {
  day: { unit: 'd', longestDays: 1 },
  week: { unit: 'w', longestDays: 7 },
  month: { unit: 'M', longestDays: 31 },
  quarter: { unit: 'Q', longestDays: 92 },
  year: { unit: 'y', longestDays: 366 },
} as const;

/** Returns the period that a moment lies in; its end is the first moment after it. */
export function costPeriod(
  { period = 'month' }: CostOptions,
  nowMs: number,
  timeZone: string | undefined,
): AbsoluteTimeRange {
  if (typeof period === 'object') return customPeriod(period, nowMs, timeZone);
  const text = `now/${CALENDAR[period].unit}`;
  const { startMs, endMs } = resolveTimeRange({ from: text, to: text }, nowMs, timeZone);
  return { startMs, endMs: endMs + 1 };
}

// By days of the calendar, which are not all of 24 hours: the guess is at most one period off.
function customPeriod(
  { from, days }: CustomCostPeriod,
  nowMs: number,
  timeZone: string | undefined,
): AbsoluteTimeRange {
  const rangeAt = (index: number): AbsoluteTimeRange => {
    const [first, last] = [index * days, index * days + days - 1].map((day) => dateAfter(from, day));
    const { startMs, endMs } = resolveTimeRange({ from: first ?? from, to: last ?? from }, nowMs, timeZone);
    return { startMs, endMs: endMs + 1 };
  };
  const guess = Math.floor((nowMs - rangeAt(0).startMs) / (days * DAY));
  const found = [guess, guess - 1, guess + 1]
    .map(rangeAt)
    .find(({ startMs, endMs }) => nowMs >= startMs && nowMs < endMs);
  return found ?? rangeAt(guess);
}

function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Returns the queries of a cost widget: its own, over as long as the longest such period is before the present moment. */
export function costQueries({
  widget,
  options,
}: {
  readonly widget: Pick<Widget, 'queries'>;
  readonly options: CostOptions;
}): readonly Query[] {
  const { period = 'month' } = options;
  const days = typeof period === 'object' ? period.days : CALENDAR[period].longestDays;
  // An hour more, for the day on which clocks are set back.
  return widget.queries.map((query) => ({ ...query, instant: false, rangeMs: days * DAY + HOUR }));
}
