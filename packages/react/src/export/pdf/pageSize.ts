import type { Widget } from '@glasspane/core';

/** A sheet of paper, and how large things are drawn on it. */
export interface PageSize {
  readonly orientation: 'portrait' | 'landscape';
  /** In points of 1/72 inch. */
  readonly widthPt: number;
  readonly heightPt: number;
  /** The same in the pixels of the picture. */
  readonly width: number;
  readonly height: number;
  /** The border that stays free, in pixels. */
  readonly margin: number;
}

// A4, in points.
const SHORT = 595.28;
const LONG = 841.89;

// Text of 13 pixels is of 8.6 points then, which reads well on paper.
const POINTS_PER_PIXEL = 0.66;
const MARGIN = 40;

/** Widgets that are at least this wide have room beside each other on an upright page. */
const PORTRAIT_COLUMNS = 12;

/** Returns the sheet that suits the widgets: upright where none of them is narrow. */
export function pageSize(widgets: readonly Widget[]): PageSize {
  const isPortrait = widgets.length > 1 && widgets.every(({ layout }) => layout.w >= PORTRAIT_COLUMNS);
  const [widthPt, heightPt] = isPortrait ? [SHORT, LONG] : [LONG, SHORT];
  return {
    orientation: isPortrait ? 'portrait' : 'landscape',
    widthPt,
    heightPt,
    width: widthPt / POINTS_PER_PIXEL,
    height: heightPt / POINTS_PER_PIXEL,
    margin: MARGIN,
  };
}
