import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZonedCalendar } from '../timeRange/ZonedCalendar.ts';
import { parseCron } from './parseCron.ts';
import { nextSlot, slotsBetween } from './slots.ts';

const minuteMs = 60_000;
const windowMinutes = 4 * 24 * 60;
// Each window has a change of the clocks in its midst: an hour, half an hour, a day; at midnight; none.
const windows = [
  ['Europe/Berlin', '2026-03-27T12:00Z'],
  ['Europe/Berlin', '2026-10-23T12:00Z'],
  ['America/New_York', '2026-11-29T12:00Z'],
  ['America/New_York', '2026-03-06T12:00Z'],
  ['America/Santiago', '2026-09-04T12:00Z'],
  ['America/Santiago', '2026-04-03T12:00Z'],
  ['Australia/Lord_Howe', '2026-04-02T12:00Z'],
  ['Australia/Lord_Howe', '2026-10-01T12:00Z'],
  ['Pacific/Apia', '2011-12-28T12:00Z'],
  ['UTC', '2028-02-27T12:00Z'],
].map(([timeZone = '', start = '']) => {
  const calendar = new ZonedCalendar(timeZone);
  const startMs = Date.parse(start);
  const walls = Array.from({ length: windowMinutes }, (_, index) => calendar.toWall(startMs + index * minuteMs));
  return { timeZone, startMs, walls };
});

/** A cron field, and whether it takes a value: written anew for the test, from a list of plain items. */
interface Field {
  readonly text: string;
  takes(value: number): boolean;
}

const item = (min: number, max: number): fc.Arbitrary<Field> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.integer({ min, max }).map((n) => ({ text: `${n}`, takes: (value: number) => value === n })),
    },
    fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }), fc.integer({ min: 1, max: 9 })).map(([a, b, step]) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      return {
        text: `${low}-${high}/${step}`,
        takes: (value: number) => value >= low && value <= high && (value - low) % step === 0,
      };
    }),
  );
const field = (min: number, max: number): fc.Arbitrary<Field> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant({ text: '*', takes: () => true }) },
    fc.integer({ min: 1, max: 20 }).map((n) => ({ text: `*/${n}`, takes: (value: number) => (value - min) % n === 0 })),
    fc.array(item(min, max), { minLength: 1, maxLength: 3 }).map((items) => ({
      text: items.map(({ text }) => text).join(','),
      takes: (value: number) => items.some((one) => one.takes(value)),
    })),
  );
const expressions = fc.tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6));

/** Walks minute by minute, and through each minute that the clocks skip. */
function naiveSlots(
  [minute, hour, day, month, weekday]: readonly [Field, Field, Field, Field, Field],
  walls: readonly number[],
): number[] {
  const isDue = (wallMs: number): boolean => {
    const wall = new Date(wallMs);
    const isDay = day.takes(wall.getUTCDate());
    const isWeekday = weekday.takes(wall.getUTCDay());
    const isEither = !day.text.startsWith('*') && !weekday.text.startsWith('*');
    return (
      minute.takes(wall.getUTCMinutes()) &&
      hour.takes(wall.getUTCHours()) &&
      month.takes(wall.getUTCMonth() + 1) &&
      (isEither ? isDay || isWeekday : isDay && isWeekday)
    );
  };
  const slots: number[] = [];
  let latest = walls[0] ?? 0;
  walls.forEach((wall, index) => {
    let isSlot = false;
    for (let shown = latest + minuteMs; shown <= wall; shown += minuteMs) isSlot ||= isDue(shown);
    if (isSlot) slots.push(index);
    latest = Math.max(latest, wall);
  });
  return slots;
}

/** Such an expression is refused; which ones are is told by the tests of parseCron. */
function neverComes(cron: string): boolean {
  try {
    parseCron(cron);
    return false;
  } catch (error) {
    return /never comes/.test(String(error));
  }
}

describe('slots of random cron expressions', () => {
  it('are those that a walk minute by minute finds', () => {
    fc.assert(
      fc.property(expressions, fc.constantFrom(...windows), (fields, { timeZone, startMs, walls }) => {
        const cron = fields.map(({ text }) => text).join(' ');
        const wanted = naiveSlots(fields, walls).map((index) => startMs + index * minuteMs);
        const untilMs = startMs + (windowMinutes - 1) * minuteMs;
        const schedule = { frequency: 'cron', cron, timeZone } as const;
        if (neverComes(cron)) return expect(wanted).toEqual([]);
        expect(slotsBetween(schedule, { afterMs: startMs, untilMs, limit: windowMinutes })).toEqual(wanted);
        const middle = startMs + Math.floor(windowMinutes / 2) * minuteMs + 1;
        const later = wanted.find((slot) => slot > middle);
        if (later !== undefined) expect(nextSlot(schedule, middle)).toBe(later);
        else expect(nextSlot(schedule, middle)).toSatisfy((slot: number) => slot > untilMs);
      }),
      { numRuns: 100 },
    );
  });
});
