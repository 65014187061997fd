import type { ZonedCalendar } from '../timeRange/ZonedCalendar.ts';
import type { TimeFormatter, TimeStyle } from './TimeFormatter.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type TickStep =
  | { readonly unit: 'clock'; readonly stepMs: number }
  | { readonly unit: 'day' | 'month' | 'year'; readonly count: number };

const clock = (unitMs: number, counts: readonly number[]): readonly TickStep[] =>
  counts.map((count) => ({ unit: 'clock', stepMs: count * unitMs }));

const STEPS: readonly TickStep[] = [
  ...clock(1, [1, 2, 5, 10, 20, 50, 100, 200, 500]),
  ...clock(SECOND, [1, 2, 5, 10, 15, 30]),
  ...clock(MINUTE, [1, 2, 5, 10, 15, 30]),
  ...clock(HOUR, [1, 2, 3, 6, 12]),
  ...[1, 2, 3, 5, 10, 15].map((count): TickStep => ({ unit: 'day', count })),
  ...[1, 2, 3, 6].map((count): TickStep => ({ unit: 'month', count })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((count): TickStep => ({ unit: 'year', count })),
];

/**
 * A tick of a time axis.
 *
 * @public
 */
export interface TimeTick {
  readonly timeMs: number;
  readonly label: string;
  /** A new day, month or year begins here, and the label says which. */
  readonly isMajor: boolean;
}

/**
 * What {@link timeTicks} spreads ticks over.
 *
 * @public
 */
export interface TimeTicksOptions {
  readonly startMs: number;
  readonly endMs: number;
  /** At least 1. */
  readonly maxTicks: number;
}

/**
 * Returns at most so many ticks within a time range, at round times of the formatter's time zone: on the hour, at
 * midnight, on the first of the month, also across a change to or from daylight-saving time.
 *
 * @public
 */
export function timeTicks(options: TimeTicksOptions, formatter: TimeFormatter): readonly TimeTick[] {
  const { startMs, endMs } = options;
  if (!(startMs < endMs) || Math.abs(startMs) > 8e15 || Math.abs(endMs) > 8e15) {
    return [];
  }
  const maxTicks = Math.max(1, Math.floor(options.maxTicks));
  const shortestMs = (endMs - startMs) / (maxTicks + 1);
  for (const step of STEPS) {
    if (durationMs(step) >= shortestMs) {
      const times = timesOf(step, startMs, endMs, formatter.calendar);
      if (times.length <= maxTicks) {
        return times.map((timeMs) => tick(timeMs, step, formatter));
      }
    }
  }
  return [];
}

function durationMs(step: TickStep): number {
  switch (step.unit) {
    case 'clock':
      return step.stepMs;
    case 'day':
      return step.count * DAY;
    case 'month':
      return step.count * 30 * DAY;
    case 'year':
      return step.count * 365 * DAY;
  }
}

function timesOf(step: TickStep, startMs: number, endMs: number, calendar: ZonedCalendar): readonly number[] {
  const next = step.unit === 'clock' ? clockTimes(step.stepMs, startMs, calendar) : dates(step, startMs, calendar);
  const times: number[] = [];
  for (let timeMs = next(); timeMs <= endMs; timeMs = next()) {
    if (timeMs >= startMs && timeMs !== times.at(-1)) {
      times.push(timeMs);
    }
  }
  return times;
}

function clockTimes(stepMs: number, startMs: number, calendar: ZonedCalendar): () => number {
  const offBy = (timeMs: number): number => ((calendar.toWall(timeMs) % stepMs) + stepMs) % stepMs;
  // Where the clock is set forward or back on the way, a tick is earlier or later than one step after the one before.
  const after = (previous: number): number => {
    const candidate = previous + stepMs;
    const earlier = candidate - offBy(candidate);
    const isNext =
      offBy(earlier) === 0 && (earlier === candidate || calendar.toWall(earlier) > calendar.toWall(previous));
    return isNext ? earlier : earlier + stepMs;
  };
  let previous = startMs - offBy(startMs) - stepMs;
  return () => {
    previous = after(previous);
    return previous;
  };
}

function dates(
  step: { readonly unit: 'day' | 'month' | 'year'; readonly count: number },
  startMs: number,
  calendar: ZonedCalendar,
): () => number {
  const start = new Date(calendar.toWall(startMs));
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth()];
  const { unit, count } = step;
  if (unit === 'day') {
    return monthDays(year, month, count, calendar);
  }
  const months = unit === 'month' ? count : count * 12;
  let index = Math.floor((year * 12 + month) / months) * months - months;
  return () => {
    index += months;
    return calendar.toMoment(utcDay(Math.floor(index / 12), ((index % 12) + 12) % 12, 1));
  };
}

// Steps of days start again on the first of each month, and a step that would crowd the next first is left out.
function monthDays(startYear: number, startMonth: number, count: number, calendar: ZonedCalendar): () => number {
  let [month, day] = [startMonth, 1 - count];
  return () => {
    day += count;
    const daysInMonth = new Date(utcDay(startYear, month + 1, 0)).getUTCDate();
    if (day + Math.floor(count / 2) > daysInMonth) {
      [month, day] = [month + 1, 1];
    }
    return calendar.toMoment(utcDay(startYear, month, day));
  };
}

// Date.UTC takes the years 0 to 99 for 1900 to 1999.
function utcDay(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day);
}

function tick(timeMs: number, step: TickStep, formatter: TimeFormatter): TimeTick {
  const wallMs = formatter.calendar.toWall(timeMs);
  const day = new Date(wallMs).getUTCDate();
  const isMidnight = wallMs % DAY === 0;
  const isNewYear = day === 1 && new Date(wallMs).getUTCMonth() === 0;
  if (step.unit === 'clock') {
    const style: TimeStyle = isMidnight ? 'day' : clockStyle(step.stepMs);
    return { timeMs, label: formatter.format(timeMs, style), isMajor: isMidnight };
  }
  if (step.unit === 'year' || isNewYear) {
    return { timeMs, label: formatter.format(timeMs, 'year'), isMajor: step.unit !== 'year' };
  }
  const isMajor = step.unit === 'day' && day === 1;
  return { timeMs, label: formatter.format(timeMs, step.unit === 'month' ? 'month' : 'day'), isMajor };
}

function clockStyle(stepMs: number): TimeStyle {
  return stepMs < SECOND ? 'millisecond' : stepMs < MINUTE ? 'second' : 'minute';
}
