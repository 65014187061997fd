import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TimeFormatter } from './TimeFormatter.ts';
import { timeTicks } from './timeTicks.ts';

const hour = 3_600_000;

function labels(timeZone: string, start: string, end: string, maxTicks = 8): string[] {
  const formatter = new TimeFormatter({ locale: 'en-US', timeZone });
  return timeTicks({ startMs: Date.parse(start), endMs: Date.parse(end), maxTicks }, formatter).map(
    ({ label }) => label,
  );
}

describe('timeTicks', () => {
  it('stands on the hours of its zone', () => {
    expect(labels('Asia/Kathmandu', '2026-01-01T06:00Z', '2026-01-01T10:00Z', 5)).toEqual([
      '12:00',
      '13:00',
      '14:00',
      '15:00',
    ]);
  });

  it('names the day at midnight, the month at its first day and the year at its first month', () => {
    expect(labels('UTC', '2026-03-10T20:00Z', '2026-03-11T04:00Z', 5)).toEqual([
      '20:00',
      '22:00',
      'Mar 11',
      '02:00',
      '04:00',
    ]);
    expect(labels('UTC', '2026-02-25T00:00Z', '2026-03-08T00:00Z', 6)).toEqual([
      'Feb 25',
      'Feb 27',
      'Mar 1',
      'Mar 3',
      'Mar 5',
      'Mar 7',
    ]);
    expect(labels('UTC', '2025-10-01T00:00Z', '2026-04-01T00:00Z', 8)).toEqual([
      'Oct',
      'Nov',
      'Dec',
      '2026',
      'Feb',
      'Mar',
      'Apr',
    ]);
    expect(labels('UTC', '2020-06-01T00:00Z', '2026-06-01T00:00Z', 8)).toEqual([
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
      '2026',
    ]);
  });

  it('keeps to wall-clock hours where the clock is set forward', () => {
    expect(labels('Europe/Berlin', '2026-03-28T23:00Z', '2026-03-29T10:00Z', 6)).toEqual([
      'Mar 29',
      '04:00',
      '06:00',
      '08:00',
      '10:00',
      '12:00',
    ]);
  });

  it('keeps to wall-clock hours where the clock is set back, and shows an hour twice only as two hours', () => {
    expect(labels('Europe/Berlin', '2026-10-24T22:00Z', '2026-10-25T09:00Z', 6)).toEqual([
      'Oct 25',
      '02:00',
      '04:00',
      '06:00',
      '08:00',
      '10:00',
    ]);
    expect(labels('Europe/Berlin', '2026-10-24T23:00Z', '2026-10-25T02:00Z', 5)).toEqual([
      '01:00',
      '02:00',
      '02:00',
      '03:00',
    ]);
  });

  it('begins a day without a midnight at its first moment', () => {
    // Chile sets its clocks from 24:00 of Saturday to 01:00 of Sunday.
    const formatter = new TimeFormatter({ locale: 'en-US', timeZone: 'America/Santiago' });
    const ticks = timeTicks(
      { startMs: Date.parse('2026-09-05T12:00Z'), endMs: Date.parse('2026-09-08T12:00Z'), maxTicks: 4 },
      formatter,
    );
    expect(ticks.map(({ timeMs }) => formatter.format(timeMs, 'minute'))).toEqual(['01:00', '00:00', '00:00']);
  });

  it('gives nothing for a range that is none', () => {
    const formatter = new TimeFormatter({ timeZone: 'UTC' });
    expect(timeTicks({ startMs: 5, endMs: 5, maxTicks: 5 }, formatter)).toEqual([]);
    expect(timeTicks({ startMs: Number.NaN, endMs: 5, maxTicks: 5 }, formatter)).toEqual([]);
    expect(timeTicks({ startMs: 0, endMs: 9e15, maxTicks: 5 }, formatter)).toEqual([]);
  });

  it('gives ascending ticks within the range, at most as many as wanted, in any zone and at any time', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Apia'];
    const formatters = zones.map((timeZone) => new TimeFormatter({ locale: 'en-US', timeZone }));
    const start = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2040, 0) });
    const span = fc.oneof(
      fc.integer({ min: 5, max: 48 * hour }),
      fc.integer({ min: 1, max: 40_000 }).map((h) => h * hour),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...formatters),
        start,
        span,
        fc.integer({ min: 3, max: 12 }),
        (formatter, startMs, length, maxTicks) => {
          const endMs = startMs + length;
          const times = timeTicks({ startMs, endMs, maxTicks }, formatter).map(({ timeMs }) => timeMs);
          return (
            times.length <= maxTicks &&
            times.every(
              (time, index) => time >= startMs && time <= endMs && (index === 0 || time > (times[index - 1] ?? time)),
            )
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
