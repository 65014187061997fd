import { ZonedCalendar } from '../timeRange/ZonedCalendar.ts';
import { type CronFields, isCronDay } from './CronFields.ts';
import { type ScheduleTiming, scheduleCron } from './scheduleCron.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
// 29 February on a given weekday comes once in at most 40 years.
const maxMonths = 12 * 41;

/**
 * Returns the first moment after `afterMs` at which a schedule is due, or nothing beyond the year 9800.
 *
 * In its time zone: a time that the clocks skip is due at the first moment after the change, one that they show twice
 * is due the first time, and several that fall on the same moment are due once.
 *
 * @param afterMs - Milliseconds since the epoch.
 * @throws {@link GlasspaneError} `invalid` when the cron expression or the time zone cannot be read.
 * @public
 */
export function nextSlot(schedule: ScheduleTiming, afterMs: number): number | undefined {
  return new SlotCalendar(schedule).next(afterMs);
}

/**
 * Which slots {@link slotsBetween} returns.
 *
 * @public
 */
export interface SlotsBetweenOptions {
  /** No slot at or before this moment, in milliseconds since the epoch. */
  readonly afterMs: number;
  /** No slot after this moment, in milliseconds since the epoch. */
  readonly untilMs: number;
  /** The most slots to return: of more, the latest. */
  readonly limit: number;
}

/**
 * Returns the moments in a span of time at which a schedule is due, the earliest first. It takes no longer for a long
 * span than for as many slots as it returns.
 *
 * @throws {@link GlasspaneError} `invalid` when the cron expression or the time zone cannot be read.
 * @public
 */
export function slotsBetween(schedule: ScheduleTiming, options: SlotsBetweenOptions): readonly number[] {
  const { afterMs, untilMs, limit } = options;
  const calendar = new SlotCalendar(schedule);
  // From the end, in longer and longer spans: those of a schedule of minutes over years would be millions.
  for (let spanMs = hourMs; ; spanMs *= 4) {
    const fromMs = Math.max(afterMs, untilMs - spanMs);
    const slots = calendar.between(fromMs, untilMs);
    if (fromMs === afterMs || slots.length >= limit) return slots.slice(Math.max(0, slots.length - limit));
  }
}

class SlotCalendar {
  readonly #fields: CronFields;
  readonly #calendar: ZonedCalendar;
  /** When on a day, in milliseconds from its start. */
  readonly #timesMs: readonly number[];

  constructor(schedule: ScheduleTiming) {
    this.#fields = scheduleCron(schedule);
    this.#calendar = new ZonedCalendar(schedule.timeZone);
    const minutes = ascending(this.#fields.minutes);
    this.#timesMs = ascending(this.#fields.hours).flatMap((hour) =>
      minutes.map((minute) => hour * hourMs + minute * minuteMs),
    );
  }

  next(afterMs: number): number | undefined {
    let wallMs: number | undefined = this.#calendar.toWall(afterMs);
    for (;;) {
      wallMs = this.#nextWall(wallMs);
      if (wallMs === undefined) return undefined;
      const slotMs = this.#toSlot(wallMs);
      if (Number.isNaN(slotMs)) return undefined;
      // Earlier than asked for where the clocks show this time for the second time.
      if (slotMs > afterMs) return slotMs;
    }
  }

  between(afterMs: number, untilMs: number): readonly number[] {
    const slots: number[] = [];
    for (let slot = this.next(afterMs); slot !== undefined && slot <= untilMs; slot = this.next(slot)) slots.push(slot);
    return slots;
  }

  /** Returns the first wall time of the expression after another. */
  #nextWall(afterMs: number): number | undefined {
    const start = new Date(afterMs);
    if (Number.isNaN(start.getTime())) return undefined;
    const timeMs = afterMs - Math.floor(afterMs / dayMs) * dayMs;
    const dayStartMs = afterMs - timeMs;
    const later = this.#timesMs.find((time) => time > timeMs);
    if (later !== undefined && this.#isDay(start)) return dayStartMs + later;
    const dayMsFound = this.#nextDay(dayStartMs + dayMs);
    return dayMsFound === undefined ? undefined : dayMsFound + (this.#timesMs[0] ?? 0);
  }

  /** Returns the first day of the expression from a day on. */
  #nextDay(fromMs: number): number | undefined {
    const day = new Date(fromMs);
    for (let months = 0; months < maxMonths; months += 1) {
      const month = day.getUTCMonth();
      if (this.#fields.months.has(month + 1)) {
        for (; day.getUTCMonth() === month; day.setUTCDate(day.getUTCDate() + 1)) {
          if (this.#isDay(day)) return day.getTime();
        }
      } else day.setUTCMonth(month + 1, 1);
    }
    return undefined;
  }

  #isDay(day: Date): boolean {
    return this.#fields.months.has(day.getUTCMonth() + 1) && isCronDay(this.#fields, day.getUTCDate(), day.getUTCDay());
  }

  #toSlot(wallMs: number): number {
    const moment = this.#calendar.toMoment(wallMs);
    return this.#calendar.toWall(moment) > wallMs ? this.#changeBefore(moment, wallMs) : moment;
  }

  /** Returns the moment at which the clocks skip a wall time, which lies in the day before the given moment. */
  #changeBefore(momentMs: number, wallMs: number): number {
    let [low, high] = [momentMs - dayMs, momentMs];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.#calendar.toWall(middle) > wallMs) high = middle;
      else low = middle;
    }
    return high;
  }
}

function ascending(values: ReadonlySet<number>): readonly number[] {
  return [...values].sort((a, b) => a - b);
}
