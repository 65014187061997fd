import { describe, expect, it } from 'vitest';
import { parseLokiTime } from './lokiTime.ts';

describe('parseLokiTime', () => {
  it.each([
    ['1700000000', 1_700_000_000_000_000_000n],
    ['1700000000123456789', 1_700_000_000_123_456_789n],
    ['1700000000.5', 1_700_000_000_500_000_000n],
    ['1700000000.123456', 1_700_000_000_123_456_000n],
    ['2023-11-14T22:13:20Z', 1_700_000_000_000_000_000n],
    ['2023-11-14T22:13:20.123456789Z', 1_700_000_000_123_456_789n],
    ['2023-11-14T23:13:20.000000001+01:00', 1_700_000_000_000_000_001n],
    ['0', 0n],
  ])('reads %s', (text, expected) => {
    expect(parseLokiTime(text)).toBe(expected);
  });

  it.each(['', 'now', '1h', '2023-11-14', '1.2.3', '12345678901234567890'])('refuses %j', (text) => {
    expect(() => parseLokiTime(text)).toThrow('to a valid timestamp');
  });
});
