import { TimeFormatter } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { fittingTimeTicks } from './fittingTimeTicks.ts';
import { AXIS_FONT_SIZE } from './plotLayout.ts';
import { textWidth } from './textWidth.ts';

const times = new TimeFormatter({ locale: 'en-US', timeZone: 'UTC' });
const fiveMinutes = { startMs: Date.UTC(2026, 0, 31, 7, 13, 20), endMs: Date.UTC(2026, 0, 31, 7, 18, 20) };

describe('fittingTimeTicks', () => {
  it('gives a narrow plot more than one tick', () => {
    expect(fittingTimeTicks(fiveMinutes, 190, times).map(({ label }) => label)).toEqual(['07:14', '07:16', '07:18']);
  });

  it('never lets labels touch, whatever the range, the width and the language', () => {
    const collisions: unknown[] = [];
    for (const locale of ['en-US', 'de-DE', 'ja-JP', 'ar-EG']) {
      const formatter = new TimeFormatter({ locale, timeZone: 'UTC' });
      for (const spanMs of [800, 37_000, 300_000, 6 * 3_600_000, 26 * 3_600_000, 9 * 86_400_000, 400 * 86_400_000]) {
        for (const width of [60, 120, 190, 333, 700, 1400]) {
          const range = { startMs: fiveMinutes.endMs - spanMs, endMs: fiveMinutes.endMs };
          const ticks = fittingTimeTicks(range, width, formatter);
          const ends = ticks.map(({ timeMs, label }) => {
            const middle = ((timeMs - range.startMs) / spanMs) * width;
            const half = textWidth(label, AXIS_FONT_SIZE) / 2;
            return [middle - half, middle + half] as const;
          });
          if (ends.some(([, right], index) => right > (ends[index + 1]?.[0] ?? Number.POSITIVE_INFINITY))) {
            collisions.push({ locale, spanMs, width, labels: ticks.map(({ label }) => label) });
          }
        }
      }
    }
    expect(collisions).toEqual([]);
  });

  it('gives at least one tick where one is within the range', () => {
    expect(fittingTimeTicks(fiveMinutes, 10, times).length).toBe(1);
  });
});
