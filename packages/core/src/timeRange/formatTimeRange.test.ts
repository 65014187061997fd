import { expect, it } from 'vitest';
import { formatTimeRange } from './formatTimeRange.ts';

const options = { locale: 'en-GB', timeZone: 'Europe/Berlin' };

it.each([
  ['now-6h', 'now', 'Last 6 hours'],
  ['now-1d/d', 'now-1d/d', 'Yesterday'],
  ['now-7h', 'now-1h', 'now-7h – now-1h'],
  ['2026-01-31T12:00:00Z', 'now', '31 Jan 2026, 13:00 – now'],
  ['1774866030456', '1774876030456', '30 Mar 2026, 12:20 – 30 Mar 2026, 15:07'],
  ['2026-07-01', '2026-07-03', '1 Jul 2026 – 3 Jul 2026'],
  ['2026-07-01 08:15', 'nonsense', '1 Jul 2026, 08:15 – nonsense'],
])('writes %s to %s as people read it', (from, to, text) => {
  expect(formatTimeRange({ from, to }, options)).toBe(text);
});
