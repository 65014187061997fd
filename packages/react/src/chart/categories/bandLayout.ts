/** How bands of one size share a length. */
export interface BandLayout {
  /** The distance between the middles of two bands, in pixels. */
  readonly step: number;
  /** How many of them there is room for. */
  readonly shownCount: number;
}

/** Returns how so many bands share a length, none of them smaller than `minStep`; one band may be. */
export function bandLayout(length: number, count: number, minStep: number): BandLayout {
  const room = Math.max(1, Math.floor(length / minStep));
  const shownCount = Math.min(count, room);
  return { step: length / Math.max(1, shownCount), shownCount };
}
