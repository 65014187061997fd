import { GlasspaneError } from '../errors/GlasspaneError.ts';

const dayMs = 86_400_000;
const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const MOST_OFFSETS = 4096;

/**
 * Tells whether a time lies within the years 100 to 9800, where calendars are simple. Microseconds taken for milliseconds
 * lie beyond.
 */
export function isCalendarTime(timeMs: number): boolean {
  return timeMs >= -5.9e13 && timeMs <= 2.47e14;
}

/**
 * Turns moments into the wall time of one time zone and back. A wall time is carried as the moment at which a clock in
 * UTC would show it, so that `Date`'s UTC methods do the calendar.
 */
export class ZonedCalendar {
  /** Left out for the time zone of the environment, which `Date` knows, and for UTC, which is no work. */
  readonly #format: Intl.DateTimeFormat | undefined;
  readonly #isUtc: boolean;
  /** What a clock was ahead by in each quarter of an hour that was asked for: offsets change only between these. */
  readonly #offsets = new Map<number, number>();

  /** @param timeZone - An IANA name; left out: the time zone of the environment. */
  constructor(timeZone?: string | undefined) {
    this.#isUtc = timeZone === 'UTC';
    this.#format = timeZone === undefined || this.#isUtc ? undefined : createFormat(timeZone);
  }

  /** Returns the wall time of a moment; `NaN` beyond the calendar. */
  toWall(timeMs: number): number {
    if (!isCalendarTime(timeMs)) return Number.NaN;
    if (this.#isUtc) return timeMs;
    const quarter = Math.floor(timeMs / QUARTER_MS);
    let offset = this.#offsets.get(quarter);
    if (offset === undefined) {
      offset =
        this.#format === undefined
          ? -new Date(timeMs).getTimezoneOffset() * MINUTE_MS
          : formattedWall(this.#format, timeMs) - timeMs;
      if (this.#offsets.size >= MOST_OFFSETS) this.#offsets.clear();
      this.#offsets.set(quarter, offset);
    }
    return timeMs + offset;
  }

  /**
   * Returns the moment of a wall time. Of a time that the clocks show twice, the first; a time that they skip counts on
   * from before the change, so the start of a day without a midnight is its first moment. `NaN` beyond the calendar.
   */
  toMoment(wallMs: number): number {
    if (!isCalendarTime(wallMs)) return Number.NaN;
    // Offsets change at most once in two days, so one of these two is in force.
    const before = this.#offsetAt(wallMs - dayMs);
    const after = this.#offsetAt(wallMs + dayMs);
    const candidates = [wallMs - before, wallMs - after].filter((moment) => this.toWall(moment) === wallMs);
    return candidates.length === 0 ? wallMs - before : Math.min(...candidates);
  }

  #offsetAt(timeMs: number): number {
    return this.toWall(timeMs) - timeMs;
  }
}

function formattedWall(format: Intl.DateTimeFormat, timeMs: number): number {
  const parts = new Map(format.formatToParts(timeMs).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wall = new Date(0);
  wall.setUTCFullYear(part('year'), part('month') - 1, part('day'));
  wall.setUTCHours(part('hour'), part('minute'), part('second'), ((timeMs % 1000) + 1000) % 1000);
  return wall.getTime();
}

function createFormat(timeZone: string | undefined): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (cause) {
    throw new GlasspaneError(
      'invalid',
      `"${timeZone}" is not a time zone known here; give an IANA name such as "Europe/Berlin".`,
      { cause },
    );
  }
}
