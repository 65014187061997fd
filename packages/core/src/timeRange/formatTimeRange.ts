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
  const [from, to] = [readEnd(range.from, options), readEnd(range.to, options)];
  const isPrecise = [from, to].some((end) => end !== undefined && end.timeMs % 60_000 !== 0);
  const formats = new EndFormats(options, isPrecise);
  return `${formats.write(range.from, from)} – ${formats.write(range.to, to, from)}`;
}

interface AbsoluteEnd {
  readonly timeMs: number;
  readonly isDateOnly: boolean;
}

/** Returns nothing for an end that moves, or cannot be read. */
function readEnd(text: string, { timeZone }: FormatTimeRangeOptions): AbsoluteEnd | undefined {
  const expression = parseTimeExpression(text);
  if (typeof expression === 'string' || expression.kind === 'relative') return undefined;
  if (expression.kind === 'moment') return { timeMs: expression.timeMs, isDateOnly: false };
  const timeMs = new ZonedCalendar(timeZone).toMoment(expression.wallMs);
  return { timeMs, isDateOnly: expression.isDateOnly };
}

/** Writes the two ends of a range alike: hours as the axes of charts write them, seconds where an end has some. */
class EndFormats {
  readonly #date: Intl.DateTimeFormat;
  readonly #time: Intl.DateTimeFormat;
  readonly #both: Intl.DateTimeFormat;

  constructor({ locale, timeZone }: FormatTimeRangeOptions, isPrecise: boolean) {
    const date = { dateStyle: 'medium', timeZone } as const;
    const time = { timeStyle: isPrecise ? 'medium' : 'short', hourCycle: 'h23', timeZone } as const;
    this.#date = new Intl.DateTimeFormat(locale, date);
    this.#time = new Intl.DateTimeFormat(locale, time);
    this.#both = new Intl.DateTimeFormat(locale, { ...date, ...time });
  }

  /** Leaves out a day that stands in the other end already. */
  write(text: string, end: AbsoluteEnd | undefined, other?: AbsoluteEnd): string {
    if (end === undefined) return text;
    const day = this.#date.format(end.timeMs);
    if (end.isDateOnly) return day;
    const isSaid = other?.isDateOnly === false && this.#date.format(other.timeMs) === day;
    return (isSaid ? this.#time : this.#both).format(end.timeMs);
  }
}
