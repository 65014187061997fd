/** Where a gauge begins and how far it goes, in degrees clockwise from the top. */
const START = -120;
const SWEEP = 240;

/** A ring, and which part of it. */
export interface ArcOptions {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** 0 is the begin of the gauge, 1 its end. */
  readonly from: number;
  readonly to: number;
}

/** Returns the path along the middle of a part of a ring; empty where the part has no length. */
export function arcPath({ x, y, radius, from, to }: ArcOptions): string {
  if (!(to > from)) {
    return '';
  }
  const start = pointAt(x, y, radius, from);
  const end = pointAt(x, y, radius, to);
  const isLarge = (to - from) * SWEEP > 180 ? 1 : 0;
  return `M${start}A${radius.toFixed(1)},${radius.toFixed(1)} 0 ${isLarge} 1 ${end}`;
}

function pointAt(x: number, y: number, radius: number, position: number): string {
  const angle = ((START + SWEEP * position) * Math.PI) / 180;
  return `${(x + radius * Math.sin(angle)).toFixed(2)},${(y - radius * Math.cos(angle)).toFixed(2)}`;
}
