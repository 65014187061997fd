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
    // What a column holds is known, but not where in it. So that neither flat nor steep lines are too thin or too thick,
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
