import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GlasspaneError } from '../errors/GlasspaneError.ts';
import { quickTimeRanges } from './quickTimeRanges.ts';
import { isLiveRange, resolveTimeRange } from './resolveTimeRange.ts';
import { TimeRangeError } from './TimeRangeError.ts';

const now = '2026-03-30T10:20:30.456Z';

/** Resolves `from..to` and writes both ends in ISO. */
function resolved(from: string, to: string, timeZone: string, at: string = now): readonly [string, string] {
  const { startMs, endMs } = resolveTimeRange({ from, to }, Date.parse(at), timeZone);
  return [new Date(startMs).toISOString(), new Date(endMs).toISOString()];
}

describe('relative times', () => {
  it.each([
    ['now-6h', 'now', '2026-03-30T04:20:30.456Z', '2026-03-30T10:20:30.456Z'],
    ['now-90s', 'now-1m', '2026-03-30T10:19:00.456Z', '2026-03-30T10:19:30.456Z'],
    ['now/h', 'now/h', '2026-03-30T10:00:00.000Z', '2026-03-30T10:59:59.999Z'],
    ['now/d', 'now/d', '2026-03-30T00:00:00.000Z', '2026-03-30T23:59:59.999Z'],
    ['now-1d/d', 'now-1d/d', '2026-03-29T00:00:00.000Z', '2026-03-29T23:59:59.999Z'],
    ['now-1w/w', 'now-1w/w', '2026-03-23T00:00:00.000Z', '2026-03-29T23:59:59.999Z'],
    ['now-1M/M', 'now-1M/M', '2026-02-01T00:00:00.000Z', '2026-02-28T23:59:59.999Z'],
    ['now/Q', 'now/Q', '2026-01-01T00:00:00.000Z', '2026-03-31T23:59:59.999Z'],
    ['now/y', 'now/y', '2026-01-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z'],
    ['now-1M', 'now+1y', '2026-02-28T10:20:30.456Z', '2027-03-30T10:20:30.456Z'],
    ['now/d+8h', 'now-1h/h-1m', '2026-03-30T08:00:00.000Z', '2026-03-30T09:58:59.999Z'],
    [' now-1h ', 'now', '2026-03-30T09:20:30.456Z', '2026-03-30T10:20:30.456Z'],
  ])('reads %s to %s', (from, to, start, end) => {
    expect(resolved(from, to, 'UTC')).toEqual([start, end]);
  });

  it('keeps the time of the day over a change of the clocks, and makes its day shorter', () => {
    expect(resolved('now-1d', 'now', 'Europe/Berlin', '2026-03-29T12:00:00Z')).toEqual([
      '2026-03-28T13:00:00.000Z',
      '2026-03-29T12:00:00.000Z',
    ]);
    expect(resolved('now-24h', 'now', 'Europe/Berlin', '2026-03-29T12:00:00Z')[0]).toBe('2026-03-28T12:00:00.000Z');
    expect(resolved('now/d', 'now/d', 'Europe/Berlin', '2026-03-29T12:00:00Z')).toEqual([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T21:59:59.999Z',
    ]);
    expect(resolved('now/d', 'now/d', 'Europe/Berlin', '2026-10-25T12:00:00Z')).toEqual([
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T22:59:59.999Z',
    ]);
  });

  it('starts a day without a midnight at its first moment', () => {
    expect(resolved('now/d', 'now', 'America/Santiago', '2026-09-06T12:00:00Z')[0]).toBe('2026-09-06T04:00:00.000Z');
  });

  it('keeps to the right one of an hour that the clocks show twice', () => {
    expect(resolved('now/h', 'now', 'Europe/Berlin', '2026-10-25T01:30:00Z')[0]).toBe('2026-10-25T01:00:00.000Z');
    expect(resolved('now/h', 'now', 'Europe/Berlin', '2026-10-25T00:30:00Z')[0]).toBe('2026-10-25T00:00:00.000Z');
  });

  it('knows zones of half hours', () => {
    expect(resolved('now/d', 'now/h', 'Asia/Kolkata')).toEqual([
      '2026-03-29T18:30:00.000Z',
      '2026-03-30T10:29:59.999Z',
    ]);
  });
});

describe('absolute times', () => {
  it.each([
    ['0', '1774866030456', '1970-01-01T00:00:00.000Z', '2026-03-30T10:20:30.456Z'],
    ['2026-01-31T12:00:00Z', '2026-01-31T12:00:00.5-00:30', '2026-01-31T12:00:00.000Z', '2026-01-31T12:30:00.500Z'],
    ['2026-07-01T12:00', '2026-07-01 12:00:30', '2026-07-01T10:00:00.000Z', '2026-07-01T10:00:30.000Z'],
    ['2026-07-01', '2026-07-01', '2026-06-30T22:00:00.000Z', '2026-07-01T21:59:59.999Z'],
    // The clocks show 02:30 twice on the first of these nights, and not at all on the second.
    ['2025-10-26T02:30', '2026-03-29T02:30', '2025-10-26T00:30:00.000Z', '2026-03-29T01:30:00.000Z'],
    ['2026-01-31T12:00-0230', 'now', '2026-01-31T14:30:00.000Z', now],
  ])('reads %s to %s', (from, to, start, end) => {
    expect(resolved(from, to, 'Europe/Berlin')).toEqual([start, end]);
  });
});

describe('faults', () => {
  it.each([
    [
      'yesterday',
      'now',
      'from',
      '"yesterday" is not a time; write now-6h, 2026-01-31T12:00:00Z, or milliseconds since 1970 as digits.',
    ],
    ['', 'now', 'from', '"" is not a time; write now-6h, 2026-01-31T12:00:00Z, or milliseconds since 1970 as digits.'],
    [
      'now',
      'now-6x',
      'to',
      '"now-6x" cannot be read from "-6x" on; write now, now-6h, now/d or now-1d/d (units s, m, h, d, w, M, Q, y).',
    ],
    [
      '2026-02-31',
      'now',
      'from',
      '"2026-02-31" is not a time; write now-6h, 2026-01-31T12:00:00Z, or milliseconds since 1970 as digits.',
    ],
    [
      '2026-01-31T12:00+24:00',
      'now',
      'from',
      '"2026-01-31T12:00+24:00" is not a time; write now-6h, 2026-01-31T12:00:00Z, or milliseconds since 1970 as digits.',
    ],
    ['9999999999999999', 'now', 'from', '"9999999999999999" is out of range for milliseconds since 1970.'],
    ['now-999999y', 'now', 'from', '"now-999999y" lies beyond the calendar.'],
    ['now', 'now+9999999999999999h/d', 'to', '"now+9999999999999999h/d" lies beyond the calendar.'],
    [
      'now',
      'now-1h',
      'range',
      'The time range must start before it ends, but "now" (2026-03-30T10:20:30.456Z) is not before "now-1h" (2026-03-30T09:20:30.456Z).',
    ],
  ])('says what is wrong with %s to %s', (from, to, end, message) => {
    const act = (): unknown => resolved(from, to, 'UTC');
    expect(act).toThrow(TimeRangeError);
    expect(act).toThrow(expect.objectContaining({ code: 'invalid', end, message }));
  });

  it('names a time zone that is unknown', () => {
    expect(() => resolved('now-1h', 'now', 'Mars/Olympus')).toThrow(GlasspaneError);
    expect(() => resolved('now-1h', 'now', 'Mars/Olympus')).toThrow(/"Mars\/Olympus" is not a time zone known here/);
  });

  it('never lets anything but its own errors out', () => {
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^now([+-][0-9]{1,20}[smhdwMQy]|\/[smhdwMQy]){0,4}$/),
      fc.stringMatching(/^[0-9]{1,20}$/),
    );
    fc.assert(
      fc.property(text, text, fc.constantFrom('UTC', 'Europe/Berlin', 'America/Santiago'), (from, to, timeZone) => {
        try {
          const { startMs, endMs } = resolveTimeRange({ from, to }, Date.parse(now), timeZone);
          expect(startMs).toBeLessThan(endMs);
        } catch (error) {
          expect(error).toBeInstanceOf(TimeRangeError);
        }
      }),
    );
  });
});

it('rounds to the start and end of the local day in any zone at any time', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'America/Santiago',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  ];
  fc.assert(
    fc.property(fc.integer({ min: 1e12, max: 2e12 }), fc.constantFrom(...zones), (nowMs, timeZone) => {
      const { startMs, endMs } = resolveTimeRange({ from: 'now/d', to: 'now/d' }, nowMs, timeZone);
      const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
      const days = [startMs, nowMs, endMs].map((time) => day.format(time));
      expect(new Set(days).size).toBe(1);
      expect(day.format(startMs - 1)).not.toBe(days[0]);
      expect(day.format(endMs + 1)).not.toBe(days[0]);
    }),
    { numRuns: 300 },
  );
});

it('can read every range that the control offers', () => {
  const ranges = quickTimeRanges.map((range) => resolveTimeRange(range, Date.parse(now), 'Europe/Berlin'));
  expect(ranges.every(({ startMs, endMs }) => startMs < endMs)).toBe(true);
});

it('knows a range that ends at the present moment', () => {
  expect([isLiveRange({ from: 'now-1h', to: 'now' }), isLiveRange({ from: 'now-1h', to: 'now/d' })]).toEqual([
    true,
    false,
  ]);
});
