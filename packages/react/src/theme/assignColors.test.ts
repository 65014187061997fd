import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignColors } from './assignColors.ts';
import { SERIES_COLORS } from './seriesColors.ts';

const keys = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 30 });

describe('assignColors', () => {
  it('gives the same colours whatever the order of the series', () => {
    fc.assert(
      fc.property(keys, (list) => {
        expect([...assignColors([...list].reverse())].sort()).toEqual([...assignColors(list)].sort());
      }),
    );
  });

  it('uses every colour once before any twice', () => {
    fc.assert(
      fc.property(keys, (list) => {
        const colors = [...assignColors(list).values()];
        const uses = SERIES_COLORS.map((_, color) => colors.filter((one) => one === color).length);
        expect(Math.max(...uses) - Math.min(...uses)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('gives a series alone the colour that it has in a chart without rivals', () => {
    const alone = assignColors(['http_requests_total']).get('http_requests_total');
    expect(alone).toBe(assignColors(['http_requests_total']).get('http_requests_total'));
    expect(alone).toBeLessThan(6);
  });
});
