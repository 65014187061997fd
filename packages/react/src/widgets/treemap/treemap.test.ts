import { type Frame, TimeFormatter, ValueFormatter } from '@glasspane/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { squarify } from './squarify.ts';
import type { TreemapOptions } from './TreemapOptions.ts';
import { treemapLayout } from './treemapLayout.ts';
import { type TreemapModel, treemapModel } from './treemapModel.ts';

function mapOf(series: readonly (readonly [string, string, number])[], options: TreemapOptions = {}): TreemapModel {
  const fields = series.map(([space, pod, value]) => ({
    kind: 'number' as const,
    name: 'bytes',
    labels: { space, pod },
    values: Float64Array.of(value),
  }));
  const time = { kind: 'time' as const, name: 'time', values: Float64Array.of(0) };
  const frame: Frame = { length: 1, fields: [time, ...fields] };
  return treemapModel({
    data: { frames: [frame] },
    options,
    timeRange: { startMs: 0, endMs: 1 },
    values: new ValueFormatter({ locale: 'en-US' }),
    times: new TimeFormatter({ locale: 'en-US', timeZone: 'UTC' }),
  });
}

const shares = fc
  .array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 })
  .map((list) => [...list].sort((a, b) => b - a));

describe('squarify', () => {
  it('lays out the example of its paper', () => {
    const areas = squarify([6, 6, 4, 3, 2, 2, 1], { x: 0, y: 0, width: 6, height: 4 });
    expect(areas.slice(0, 2).map(({ width, height }) => [width, height])).toEqual([
      [3, 2],
      [3, 2],
    ]);
    expect(areas[2]?.width).toBeCloseTo(12 / 7);
  });

  it('fills the area, each rectangle as large as its share, none over another', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 }), (list, width, height) => {
        const areas = squarify(list, { x: 0, y: 0, width, height });
        const sum = list.reduce((all, one) => all + one, 0);
        for (const [index, area] of areas.entries()) {
          expect(area.width * area.height).toBeCloseTo(((list[index] ?? 0) / sum) * width * height, 3);
          expect(Math.min(area.x, area.y)).toBeGreaterThanOrEqual(0);
          expect(area.x + area.width).toBeLessThanOrEqual(width + 1e-6);
          expect(area.y + area.height).toBeLessThanOrEqual(height + 1e-6);
          for (const other of areas.slice(0, index)) {
            const over = Math.min(area.x + area.width, other.x + other.width) - Math.max(area.x, other.x);
            const under = Math.min(area.y + area.height, other.y + other.height) - Math.max(area.y, other.y);
            expect(Math.min(over, under)).toBeLessThanOrEqual(1e-6);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('treemapModel', () => {
  const series = [
    ['shop', 'web-1', 4],
    ['shop', 'web-2', 2],
    ['shop', 'web-1', 1],
    ['', 'cron', 3],
  ] as const;

  it('has a cell for each path, and adds up series that share one', () => {
    const { leaves } = mapOf(series, { path: ['space', 'pod'] });
    expect(leaves.map(({ path, value }) => [...path, value])).toEqual([
      ['shop', 'web-1', 5],
      ['no space', 'cron', 3],
      ['shop', 'web-2', 2],
    ]);
    expect(leaves[0]?.color).toBe(leaves[2]?.color);
    expect(leaves[0]?.labels).toEqual({ space: 'shop', pod: 'web-1' });
  });

  it('adds up what is more than it may show, and says what it leaves out', () => {
    const { leaves, note } = mapOf([...series, ['a', 'b', -1]], { maxCells: 2 });
    expect(leaves.map(({ path }) => path.at(-1))).toEqual([expect.any(String), '3 others']);
    expect(note).toBe('1 below zero left out');
    expect(mapOf([['a', 'b', 0]]).reason).toBe('All values are zero');
  });

  it('keeps cells within the area of their group, at any size', () => {
    const side = fc.integer({ min: 1, max: 700 });
    const { leaves } = mapOf(series, { path: ['space', 'pod'] });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const layout = treemapLayout(leaves, { x: 0, y: 0, width, height });
        expect(layout.leaves).toHaveLength(3);
        for (const { x, y, width: wide, height: high } of layout.leaves) {
          expect(Math.min(x, y, wide, high)).toBeGreaterThanOrEqual(0);
          expect(x + wide).toBeLessThanOrEqual(width + 1e-6);
          expect(y + high).toBeLessThanOrEqual(height + 1e-6);
        }
      }),
    );
  });
});
