import { describe, expect, it } from 'vitest';
import { formatRelativeTime, relativeTimeStepMs } from './formatRelativeTime.ts';

describe('formatRelativeTime', () => {
  it.each([
    [0, 'now'],
    [-999, 'now'],
    [-59_999, '59 seconds ago'],
    [-60_000, '1 minute ago'],
    [-7_199_999, '1 hour ago'],
    [7_200_000, 'in 2 hours'],
    [-86_400_000, 'yesterday'],
  ])('writes %d ms as “%s”', (awayMs, text) => {
    expect(formatRelativeTime(5e12 + awayMs, 5e12, 'en')).toBe(text);
  });

  it('writes in the locale', () => {
    expect(formatRelativeTime(0, 180_000, 'de', 'short')).toBe('vor 3 Min.');
  });

  it('is renewed the less often the older it is', () => {
    expect([1000, 120_000, 1e8].map(relativeTimeStepMs)).toEqual([1000, 10_000, 60_000]);
  });
});
