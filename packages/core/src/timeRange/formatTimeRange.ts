import { quickTimeRanges } from './quickTimeRanges.ts';
import type { TimeRange } from './TimeRange.ts';
import { parseTimeExpression } from './timeExpression.ts';
import { ZonedCalendar } from './ZonedCalendar.ts';

/**
 * Options of {@link formatTimeRange}.
 *
 * @public
 */
export interface FormatTimeRangeOptions {
  /** A BCP 47 tag; left out: the locale of the environment. */
  readonly locale?: string | undefined;
  /** An IANA name; left out: the time zone of the environment. */
  readonly timeZone?: string | undefined;
}

/**
 * Returns a time range as people read it: `Last 6 hours`, or both ends with dates in the locale's form. An end that
 * cannot be read is returned as it is.
 *
 * @public
 */
export function formatTimeRange(range: TimeRange, options: FormatTimeRangeOptions = {}): string {
  const quick = quickTimeRanges.find(({ from, to }) => from === range.from && to === range.to);
  if (quick !== undefined) return quick.label;
  return `${formatEnd(range.from, options)} – ${formatEnd(range.to, options)}`;
}

function formatEnd(text: string, { locale, timeZone }: FormatTimeRangeOptions): string {
  const expression = parseTimeExpression(text);
  if (typeof expression === 'string' || expression.kind === 'relative') return text;
  const calendar = new ZonedCalendar(timeZone);
  const timeMs = expression.kind === 'moment' ? expression.timeMs : calendar.toMoment(expression.wallMs);
  const isDateOnly = expression.kind === 'wall' && expression.isDateOnly;
  const format: Intl.DateTimeFormatOptions = isDateOnly
    ? { dateStyle: 'medium', timeZone }
    : { dateStyle: 'medium', timeStyle: 'short', timeZone };
  return new Intl.DateTimeFormat(locale, format).format(timeMs);
}
