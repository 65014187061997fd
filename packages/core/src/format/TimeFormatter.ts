import { ZonedCalendar } from '../timeRange/ZonedCalendar.ts';

/**
 * How a {@link TimeFormatter} writes.
 *
 * @public
 */
export interface TimeFormatterOptions {
  /** A BCP 47 locale. Left out: the host's. */
  readonly locale?: string | undefined;
  /** An IANA time zone. Left out: the host's. */
  readonly timeZone?: string | undefined;
}

/**
 * The ways to write a moment: `full` with date and seconds, `millisecond`, `second` and `minute` as times of day, and
 * the rest as dates.
 *
 * @public
 */
export type TimeStyle = 'full' | 'millisecond' | 'second' | 'minute' | 'day' | 'month' | 'year';

const STYLES: Readonly<Record<TimeStyle, Intl.DateTimeFormatOptions>> = {
  full: {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  },
  millisecond: { minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  minute: { hour: '2-digit', minute: '2-digit' },
  day: { month: 'short', day: 'numeric' },
  month: { month: 'short' },
  year: { year: 'numeric' },
};

/**
 * Writes moments in one locale and time zone, on a clock of 24 hours. It keeps the formatters that it made, so keep it
 * and use it again.
 *
 * @public
 */
export class TimeFormatter {
  /** @internal */
  readonly calendar: ZonedCalendar;
  readonly #locale: string | undefined;
  readonly #timeZone: string | undefined;
  readonly #formats = new Map<TimeStyle, Intl.DateTimeFormat>();

  /** @throws {@link GlasspaneError} `invalid`, when the time zone is not one. */
  constructor(options: TimeFormatterOptions = {}) {
    this.#locale = options.locale;
    this.#timeZone = options.timeZone;
    this.calendar = new ZonedCalendar(options.timeZone);
  }

  /** Writes a moment, given in milliseconds since the epoch. */
  format(timeMs: number, style: TimeStyle = 'full'): string {
    if (!(Math.abs(timeMs) <= 8.64e15)) {
      return String(timeMs);
    }
    let format = this.#formats.get(style);
    if (format === undefined) {
      format = new Intl.DateTimeFormat(this.#locale, {
        ...STYLES[style],
        hourCycle: 'h23',
        ...(this.#timeZone === undefined ? undefined : { timeZone: this.#timeZone }),
      });
      this.#formats.set(style, format);
    }
    return format.format(timeMs);
  }
}
