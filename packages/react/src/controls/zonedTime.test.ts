import { describe, expect, it } from 'vitest';
import { toWallText, zoneName } from './zonedTime.ts';

const noon = Date.UTC(2026, 0, 31, 12, 3, 5);

describe('toWallText', () => {
  it('writes the time that clocks of the zone show', () => {
    expect(toWallText(noon, 'UTC')).toBe('2026-01-31 12:03:05');
    expect(toWallText(noon, 'Asia/Kathmandu')).toBe('2026-01-31 17:48:05');
    expect(toWallText(noon, 'Pacific/Auckland')).toBe('2026-02-01 01:03:05');
  });

  it('writes midnight as 00', () => {
    expect(toWallText(Date.UTC(2026, 0, 31), 'UTC')).toBe('2026-01-31 00:00:00');
  });
});

describe('zoneName', () => {
  it('names the zone as it is at that moment', () => {
    expect(zoneName(noon, 'Europe/Berlin', 'en-GB')).toBe('CET');
    expect(zoneName(Date.UTC(2026, 6, 1), 'Europe/Berlin', 'en-GB')).toBe('CEST');
  });
});
