import type { Widget } from '@glasspane/core';

/** The columns of a dashboard's grid. */
export const gridColumns = 24;
/** The height of a row, without the gap, in CSS pixels. */
export const rowHeightPx = 32;
/** The gap between widgets, in CSS pixels. */
export const gapPx = 8;

/** Returns the height of a widget in CSS pixels, wherever it stands. */
export function stackedHeight({ layout: { h } }: Widget): number {
  return h * rowHeightPx + (h - 1) * gapPx;
}
