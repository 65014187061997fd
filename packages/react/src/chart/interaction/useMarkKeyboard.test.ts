import { describe, expect, it } from 'vitest';
import { type MarkPlace, nextPlace } from './useMarkKeyboard.ts';

const grid = { rows: 3, columns: 4 };
const walk = (keys: readonly string[], size: { rows: number; columns: number }): MarkPlace | undefined =>
  keys.reduce<MarkPlace | undefined>((from, key) => nextPlace(from, key, size), undefined);

describe('the way of the arrow keys', () => {
  it('begins at the first mark, or with End at the last of the row', () => {
    expect([walk(['ArrowDown'], grid), walk(['End'], grid)]).toEqual([
      { row: 0, column: 0 },
      { row: 0, column: 3 },
    ]);
  });

  it('goes over rows and columns, and stops at the edges', () => {
    const keys = ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'PageDown', 'ArrowDown'];
    expect(walk(keys, grid)).toEqual({ row: 2, column: 2 + 1 });
    expect(walk([...keys, 'Home', 'PageUp'], grid)).toEqual({ row: 0, column: 0 });
  });

  it('goes along a list with all four arrows', () => {
    expect(walk(['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowUp'], { rows: 1, columns: 9 })).toEqual({
      row: 0,
      column: 1,
    });
    expect(walk(['ArrowDown', 'ArrowRight', 'End'], { rows: 9, columns: 1 })).toEqual({ row: 8, column: 0 });
  });

  it('leaves other keys, and charts without marks, alone', () => {
    expect([nextPlace(undefined, 'a', grid), walk(['ArrowRight'], { rows: 0, columns: 0 })]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
