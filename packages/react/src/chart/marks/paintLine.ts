import type { LineCourse } from './LineCourse.ts';
import type { PixelRaster } from './PixelRaster.ts';

/** A round brush for lines, taken apart into columns. */
export interface Brush {
  /** How many columns stand in a pixel. */
  readonly columnsPerPixel: number;
  /** How far the brush reaches above a line that is so many columns away. */
  readonly reach: Float64Array;
}

/**
 * Returns a brush for lines of a width in pixels.
 *
 * @param isDense - Several samples stand in each pixel: where within it they do can be left open then.
 */
export function brushOf(lineWidth: number, isDense: boolean): Brush {
  const radius = lineWidth / 2;
  const columnsPerPixel = isDense ? 1 : fittingColumns(radius);
  const reach = [radius];
  for (let away = 1; away < radius * columnsPerPixel + 0.25; away += 1) {
    const near = (away - 0.5) / columnsPerPixel;
    // What a column holds is known, but not where in it; so that neither flat nor steep lines are too thin or too thick,
    // it is as if the line was at its far end, and just right for one that touches the brush at three quarters of the way.
    const touching = near + 0.75 * (Math.min(radius, (away + 0.5) / columnsPerPixel) - near);
    const height = Math.sqrt(radius * radius - touching * touching);
    reach.push((radius * radius - (touching * (away + 0.5)) / columnsPerPixel) / height);
  }
  return { columnsPerPixel, reach: Float64Array.from(reach) };
}

/** How many columns a pixel has so that the edge of a brush comes between two of them, or near. */
function fittingColumns(radius: number): number {
  let [best, least] = [2, Number.POSITIVE_INFINITY];
  for (const columns of [2, 3, 4]) {
    const edge = radius * columns;
    const off = Math.abs(edge - 0.5 - Math.max(1, Math.round(edge - 0.5))) / edge;
    if (off < least - 0.05) [best, least] = [columns, off];
  }
  return best;
}

/** Paints a piece of a line: each column as far as the brush reaches anywhere near. */
export function paintLine(raster: PixelRaster, { lows, highs, first, end }: LineCourse, brush: Brush): void {
  const { columnsPerPixel, reach } = brush;
  const far = reach.length - 1;
  const radius = reach[0] ?? 0;
  const firstPixel = Math.max(0, Math.floor((first - far) / columnsPerPixel));
  const lastPixel = Math.min(raster.width - 1, Math.floor((end - 1 + far) / columnsPerPixel));
  for (let pixel = firstPixel; pixel <= lastPixel; pixel += 1) {
    const from = pixel * columnsPerPixel;
    for (let column = from; column < from + columnsPerPixel; column += 1) {
      let top = Number.POSITIVE_INFINITY;
      let bottom = Number.NEGATIVE_INFINITY;
      if (column >= first && column < end) {
        top = (lows[column] ?? 0) - radius;
        bottom = (highs[column] ?? 0) + radius;
      }
      for (let away = 1; away <= far; away += 1) {
        const more = reach[away] ?? 0;
        const before = column - away;
        if (before >= first && before < end) {
          if ((lows[before] ?? 0) - more < top) top = (lows[before] ?? 0) - more;
          if ((highs[before] ?? 0) + more > bottom) bottom = (highs[before] ?? 0) + more;
        }
        const after = column + away;
        if (after >= first && after < end) {
          if ((lows[after] ?? 0) - more < top) top = (lows[after] ?? 0) - more;
          if ((highs[after] ?? 0) + more > bottom) bottom = (highs[after] ?? 0) + more;
        }
      }
      if (top < bottom) raster.addBand(top, bottom);
    }
    raster.paintColumn(pixel);
  }
}
