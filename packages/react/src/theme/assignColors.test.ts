import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignColors, type ColorWish } from './assignColors.ts';
import { SERIES_COLORS } from './seriesColors.ts';

const wishes: fc.Arbitrary<readonly ColorWish[]> = fc.uniqueArray(
  fc.record({ key: fc.string(), colorKey: fc.string({ maxLength: 3 }) }),
  { selector: ({ key }) => key, minLength: 1, maxLength: 30 },
);

describe('assignColors', () => {
  it('gives the same colours whatever the order of the series', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        expect([...assignColors([...list].reverse())].sort()).toEqual([...assignColors(list)].sort());
      }),
    );
  });

  it('uses every colour once before any twice', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const colors = [...assignColors(list).values()];
        const uses = SERIES_COLORS.map((_, color) => colors.filter((one) => one === color).length);
        expect(Math.max(...uses) - Math.min(...uses)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('gives the same colours to series that are the same to the viewer in two charts', () => {
    const chart = (metric: string): number[] => [
      ...assignColors(['api', 'web', 'worker'].map((colorKey) => ({ key: metric + colorKey, colorKey }))).values(),
    ];
    expect(chart('latency ')).toEqual(chart('requests '));
  });

  it('gives a series alone a bright colour', () => {
    expect(assignColors([{ key: 'a', colorKey: 'a' }]).get('a')).toBeLessThan(6);
  });
});
