import { describe, expect, it } from 'vitest';
import type { ScheduleTiming } from './scheduleCron.ts';
import { nextSlot, slotsBetween } from './slots.ts';

const berlin = 'Europe/Berlin';
const cron = (text: string, timeZone = berlin): ScheduleTiming => ({ frequency: 'cron', cron: text, timeZone });
const next = (schedule: ScheduleTiming, after: string, count: number): readonly string[] => {
  const slots: string[] = [];
  for (let ms = Date.parse(after); slots.length < count; ) {
    const slot = nextSlot(schedule, ms);
    if (slot === undefined) break;
    slots.push(new Date(slot).toISOString().replace(':00.000Z', 'Z'));
    ms = slot;
  }
  return slots;
};

describe('nextSlot', () => {
  it('is daily, weekly on Monday and monthly on the first, at 08:00 if not told', () => {
    const timing = { timeZone: berlin };
    expect(next({ ...timing, frequency: 'daily' }, '2026-11-24T06:59:59.999Z', 2)).toEqual([
      '2026-11-24T07:00Z',
      '2026-11-25T07:00Z',
    ]);
    expect(next({ ...timing, frequency: 'weekly', timeOfDay: '23:30' }, '2026-11-24T07:00Z', 2)).toEqual([
      '2026-11-30T22:30Z',
      '2026-12-07T22:30Z',
    ]);
    expect(next({ ...timing, frequency: 'monthly' }, '2026-12-01T07:00Z', 2)).toEqual([
      '2027-01-01T07:00Z',
      '2027-02-01T07:00Z',
    ]);
  });

  it('sends what the clocks skip at the first moment after, once', () => {
    expect(next(cron('30 2 * * *'), '2026-03-27T12:00Z', 3)).toEqual([
      '2026-03-28T01:30Z',
      '2026-03-29T01:00Z',
      '2026-03-30T00:30Z',
    ]);
    expect(next(cron('*/20 2,3 29 3 *'), '2026-03-28T12:00Z', 3)).toEqual([
      '2026-03-29T01:00Z',
      '2026-03-29T01:20Z',
      '2026-03-29T01:40Z',
    ]);
    expect(next(cron('0 12 30 12 *', 'Pacific/Apia'), '2011-12-01T00:00Z', 1)).toEqual(['2011-12-30T10:00Z']);
  });

  it('sends what the clocks show twice the first time only', () => {
    expect(next(cron('30 2 * * *'), '2026-10-24T12:00Z', 2)).toEqual(['2026-10-25T00:30Z', '2026-10-26T01:30Z']);
    expect(next(cron('30 * * * *'), '2026-10-25T00:00Z', 2)).toEqual(['2026-10-25T00:30Z', '2026-10-25T02:30Z']);
  });

  it('finds what comes once in decades', () => {
    expect(next(cron('0 0 29 2 *', 'UTC'), '2026-01-01T00:00Z', 2)).toEqual(['2028-02-29T00:00Z', '2032-02-29T00:00Z']);
    expect(next(cron('0 0 29-31 2 */7', 'UTC'), '2061-01-01T00:00Z', 2)).toEqual([
      '2088-02-29T00:00Z',
      '2128-02-29T00:00Z',
    ]);
  });

  it('ends with the calendar', () => {
    expect(nextSlot(cron('0 0 * * *'), 9e15)).toBeUndefined();
    expect(nextSlot(cron('0 0 * * *'), Number.NaN)).toBeUndefined();
  });

  it('refuses what it cannot read', () => {
    expect(() => nextSlot(cron('0 0 30 2 *'), 0)).toThrow('never comes');
    expect(() => nextSlot(cron('0 0 * * *', 'Mars'), 0)).toThrow('"Mars" is not a time zone');
  });
});

describe('slotsBetween', () => {
  const until = Date.parse('2026-11-24T12:00Z');

  it('leaves out the start and holds the end', () => {
    const hourly = cron('0 * * * *');
    expect(slotsBetween(hourly, { afterMs: until - 7_200_000, untilMs: until, limit: 100 })).toEqual([
      until - 3_600_000,
      until,
    ]);
    expect(slotsBetween(hourly, { afterMs: until, untilMs: until, limit: 100 })).toEqual([]);
    expect(slotsBetween(hourly, { afterMs: until + 1, untilMs: until, limit: 100 })).toEqual([]);
  });

  it('gives the latest of many, in whatever time', () => {
    const slots = slotsBetween(cron('* * * * *'), { afterMs: 0, untilMs: until, limit: 3 });
    expect(slots).toEqual([until - 120_000, until - 60_000, until]);
    expect(slotsBetween(cron('0 0 29 2 *', 'UTC'), { afterMs: 0, untilMs: until, limit: 2 })).toEqual([
      Date.parse('2020-02-29'),
      Date.parse('2024-02-29'),
    ]);
  });
});
