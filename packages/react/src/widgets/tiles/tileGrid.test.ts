import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tileGrid } from './tileGrid.ts';

describe('tileGrid', () => {
  it('lays tiles side by side in a wide room and one above the other in a high one', () => {
    const tile = { count: 3, minWidth: 80, minHeight: 40, aspect: 2 };
    expect(tileGrid({ ...tile, width: 600, height: 100 })).toMatchObject({ columns: 3, rows: 1 });
    expect(tileGrid({ ...tile, width: 120, height: 400 })).toMatchObject({ columns: 1, rows: 3 });
  });

  it('shows one tile in a room that is too small for any', () => {
    expect(tileGrid({ count: 5, width: 40, height: 20, minWidth: 80, minHeight: 40, aspect: 2 })).toEqual({
      columns: 1,
      rows: 1,
      tileWidth: 40,
      tileHeight: 20,
      shownCount: 1,
    });
  });

  it('never draws tiles out of the room, nor smaller than they may be', () => {
    const side = fc.integer({ min: 80, max: 2000 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), side, side, (count, width, height) => {
        const grid = tileGrid({ count, width, height, minWidth: 80, minHeight: 40, aspect: 2 });
        expect(grid.columns * grid.rows).toBeGreaterThanOrEqual(grid.shownCount);
        expect(grid.tileWidth * grid.columns + 8 * (grid.columns - 1)).toBeCloseTo(width);
        expect(grid.tileHeight * grid.rows + 8 * (grid.rows - 1)).toBeLessThanOrEqual(height + 1e-6);
        expect(Math.min(grid.tileWidth / 80, grid.tileHeight / 40)).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});
