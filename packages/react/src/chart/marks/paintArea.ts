import type { LineCourse } from './LineCourse.ts';
import type { PixelRaster } from './PixelRaster.ts';

/** Where an area ends: at a course of its own, or at one height. */
export type AreaBase = LineCourse | number;

/** Paints the area between a piece of a line and its base. */
export function paintArea(raster: PixelRaster, top: LineCourse, base: AreaBase, columnsPerPixel: number): void {
  const { lows, highs, first, end } = top;
  const lastPixel = Math.min(raster.width - 1, Math.floor((end - 1) / columnsPerPixel));
  for (let pixel = Math.max(0, Math.floor(first / columnsPerPixel)); pixel <= lastPixel; pixel += 1) {
    const start = Math.max(first, pixel * columnsPerPixel);
    const stop = Math.min(end, (pixel + 1) * columnsPerPixel);
    for (let column = start; column < stop; column += 1) {
      const y = ((lows[column] ?? 0) + (highs[column] ?? 0)) / 2;
      const other = typeof base === 'number' ? base : middleOf(base, column);
      if (y < other) raster.addBand(y, other);
      else if (other < y) raster.addBand(other, y);
    }
    raster.paintColumn(pixel);
  }
}

/** Returns between which rows an area stands. */
export function areaExtent({ lows, highs, first, end }: LineCourse, base: AreaBase): { from: number; to: number } {
  let [from, to] = typeof base === 'number' ? [base, base] : [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let column = first; column < end; column += 1) {
    from = Math.min(from, lows[column] ?? from, typeof base === 'number' ? base : middleOf(base, column));
    to = Math.max(to, highs[column] ?? to, typeof base === 'number' ? base : middleOf(base, column));
  }
  return { from, to };
}

function middleOf({ lows, highs, first, end }: LineCourse, column: number): number {
  if (column < first || column >= end) return Number.NaN;
  return ((lows[column] ?? 0) + (highs[column] ?? 0)) / 2;
}
