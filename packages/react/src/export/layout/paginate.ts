import { heightOf, type WidgetBox } from './gridBoxes.ts';

/** How high the part of a page is that widgets stand on. */
export interface PageHeights {
  readonly first: number;
  readonly other: number;
}

/**
 * Deals widgets out to pages, each in its place on the grid, so that no page end cuts one. A page ends where no widget
 * crosses; where each such line would leave most of a page empty, the widgets that do not fit go to the next page. A
 * widget that is higher than a page is made as high as one.
 */
export function paginate(boxes: readonly WidgetBox[], heights: PageHeights): readonly (readonly WidgetBox[])[] {
  const pages: (readonly WidgetBox[])[] = [];
  let rest = boxes.map((box) => ({ ...box, height: Math.min(box.height, heights.first, heights.other) }));
  while (rest.length > 0) {
    const top = Math.min(...rest.map(({ y }) => y));
    const moved = rest.map((box) => ({ ...box, y: box.y - top }));
    const page = fillPage(moved, pages.length === 0 ? heights.first : heights.other);
    pages.push(page);
    const placed = new Set(page.map(({ widget }) => widget.id));
    rest = moved.filter(({ widget }) => !placed.has(widget.id));
  }
  return pages;
}

function fillPage(boxes: readonly WidgetBox[], height: number): readonly WidgetBox[] {
  const end = cleanCut(boxes, height);
  const fitting = boxes.filter(({ y, height: own }) => y + own <= end);
  if (heightOf(fitting) >= height / 2 || fitting.length === boxes.length) return fitting;
  const crowded = boxes.filter(({ y, height: own }) => y + own <= height);
  return crowded.length > 0 ? crowded : boxes.slice(0, 1);
}

/** Returns the lowest line on the page that no widget crosses. */
function cleanCut(boxes: readonly WidgetBox[], height: number): number {
  const ends = boxes.map((box) => box.y + box.height).filter((end) => end <= height);
  const clean = ends.filter((end) => boxes.every((box) => box.y + box.height <= end || box.y >= end));
  return Math.max(0, ...clean);
}
