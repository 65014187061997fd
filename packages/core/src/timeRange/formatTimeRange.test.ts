import { expect, it } from 'vitest';
import { formatTimeRange } from './formatTimeRange.ts';

const options = { locale: 'en-GB', timeZone: 'Europe/Berlin' };

it.each([
  ['now-6h', 'now', 'Last 6 hours'],
  ['now-1d/d', 'now-1d/d', 'Yesterday'],
  ['now-7h', 'now-1h', 'now-7h – now-1h'],
  ['2026-01-31T12:00:00Z', 'now', '31 Jan 2026, 13:00 – now'],
  ['1774866030456', '1774876030456', '30 Mar 2026, 12:20:30 – 15:07:10'],
  ['2026-01-31T12:00:00Z', '2026-01-31T12:05:00Z', '31 Jan 2026, 13:00 – 13:05'],
  ['2026-01-31T12:00:00Z', '2026-02-01T12:00:00Z', '31 Jan 2026, 13:00 – 1 Feb 2026, 13:00'],
  ['2026-07-01', '2026-07-03', '1 Jul 2026 – 3 Jul 2026'],
  ['2026-07-01 08:15', 'nonsense', '1 Jul 2026, 08:15 – nonsense'],
])('writes %s to %s as people read it', (from, to, text) => {
  expect(formatTimeRange({ from, to }, options)).toBe(text);
});

it('writes hours from 0 to 23 in every locale, as the axes of charts do', () => {
  const range = { from: '2026-01-31T12:00:00Z', to: 'now' };
  expect(formatTimeRange(range, { locale: 'en-US', timeZone: 'Europe/Berlin' })).toBe('Jan 31, 2026, 13:00 – now');
});
