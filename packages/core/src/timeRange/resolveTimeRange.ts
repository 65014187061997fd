import type { AbsoluteTimeRange, TimeRange } from './TimeRange.ts';
import { TimeRangeError } from './TimeRangeError.ts';
import { evaluateTimeExpression, parseTimeExpression } from './timeExpression.ts';
import { isCalendarTime, ZonedCalendar } from './ZonedCalendar.ts';

/**
 * Returns the moments that a time range means at one moment.
 *
 * `/d` and a date alone mean the first millisecond of the day in `from` and the last one in `to`. Days, weeks (from
 * Monday), months, quarters and years are those of the time zone's calendar, whatever its clocks do; hours are always of
 * 60 minutes.
 *
 * @param nowMs - Milliseconds since the epoch.
 * @param timeZone - An IANA name; left out: the time zone of the environment.
 * @throws {@link TimeRangeError} When an end cannot be read, or `from` is not before `to`.
 * @throws {@link GlasspaneError} When the time zone is unknown.
 * @public
 */
export function resolveTimeRange(range: TimeRange, nowMs: number, timeZone?: string | undefined): AbsoluteTimeRange {
  const calendar = new ZonedCalendar(timeZone);
  const startMs = resolveEnd('from', range.from, nowMs, calendar);
  const endMs = resolveEnd('to', range.to, nowMs, calendar);
  if (startMs < endMs) return { startMs, endMs };
  throw new TimeRangeError(
    'range',
    `The time range must start before it ends, but "${range.from}" (${toText(startMs)}) is not before "${range.to}" (${toText(endMs)}).`,
  );
}

function resolveEnd(end: 'from' | 'to', text: string, nowMs: number, calendar: ZonedCalendar): number {
  const expression = parseTimeExpression(text);
  if (typeof expression === 'string') throw new TimeRangeError(end, expression);
  const timeMs = evaluateTimeExpression(expression, nowMs, calendar, end === 'to');
  if (isCalendarTime(timeMs)) return timeMs;
  throw new TimeRangeError(end, `"${text}" lies beyond the calendar.`);
}

const toText = (timeMs: number): string => new Date(timeMs).toISOString();

/**
 * Tells whether a time range ends at the present moment, so that it moves on with every refresh.
 *
 * @public
 */
export function isLiveRange(range: TimeRange): boolean {
  return range.to.trim() === 'now';
}
