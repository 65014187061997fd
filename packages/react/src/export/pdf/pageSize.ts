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

const MARGIN_PT = 26.4;

/** Widgets that are at least this wide have room beside each other on an upright page. */
const PORTRAIT_COLUMNS = 12;

/**
 * Returns the sheet that suits the widgets: upright where none of them is narrow.
 *
 * @param pointsPerPixel - How large a pixel of the picture is on paper.
 */
export function pageSize(widgets: readonly Widget[], pointsPerPixel: number): PageSize {
  const isPortrait = widgets.length > 1 && widgets.every(({ layout }) => layout.w >= PORTRAIT_COLUMNS);
  const [widthPt, heightPt] = isPortrait ? [SHORT, LONG] : [LONG, SHORT];
  return {
    orientation: isPortrait ? 'portrait' : 'landscape',
    widthPt,
    heightPt,
    width: widthPt / pointsPerPixel,
    height: heightPt / pointsPerPixel,
    margin: MARGIN_PT / pointsPerPixel,
  };
}
