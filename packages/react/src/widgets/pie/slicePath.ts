/** A part of a ring, or of a disc. Angles are in radians clockwise from the top. */
export interface SlicePathOptions {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** 0 for a disc. */
  readonly hole: number;
  readonly from: number;
  readonly to: number;
}

const WHOLE = Math.PI * 2 - 1e-6;

/** Returns the path of a slice; empty where it has no size. */
export function slicePath(options: SlicePathOptions): string {
  const { x, y, radius, hole, from, to } = options;
  if (!(to > from)) return '';
  const at = (angle: number, distance: number): string =>
    `${(x + Math.sin(angle) * distance).toFixed(2)},${(y - Math.cos(angle) * distance).toFixed(2)}`;
  // An arc that ends where it begins is none: a whole ring is two halves.
  if (to - from >= WHOLE) {
    const ring = (distance: number, sweep: 0 | 1): string =>
      `M${at(0, distance)}A${distance.toFixed(2)},${distance.toFixed(2)} 0 1 ${sweep} ${at(Math.PI, distance)}A${distance.toFixed(2)},${distance.toFixed(2)} 0 1 ${sweep} ${at(0, distance)}Z`;
    return hole > 0 ? `${ring(radius, 1)}${ring(hole, 0)}` : ring(radius, 1);
  }
  const isLarge = to - from > Math.PI ? 1 : 0;
  const outer = `A${radius.toFixed(2)},${radius.toFixed(2)} 0 ${isLarge} 1 ${at(to, radius)}`;
  return hole > 0
    ? `M${at(from, radius)}${outer}L${at(to, hole)}A${hole.toFixed(2)},${hole.toFixed(2)} 0 ${isLarge} 0 ${at(from, hole)}Z`
    : `M${x.toFixed(2)},${y.toFixed(2)}L${at(from, radius)}${outer}Z`;
}
