import { describe, expect, it } from 'vitest';
import { formatTimeSpan } from './formatTimeSpan.ts';

describe('formatTimeSpan', () => {
  it.each([
    [0, '0 sec'],
    [59_400, '59 sec'],
    [3_600_000, '1 hr'],
    [7_500_000, '2 hr 5 min'],
    [90_061_000, '1 day 1 hr'],
  ])('writes %d ms as “%s”', (spanMs, text) => {
    expect(formatTimeSpan(spanMs, 'en-US')).toBe(text);
  });
});
