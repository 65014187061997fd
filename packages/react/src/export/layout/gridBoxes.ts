import type { Widget } from '@glasspane/core';
import { verticalCompactor } from 'react-grid-layout/core';
import { gapPx, gridColumns, rowHeightPx } from '../../dashboard/gridGeometry.ts';

/** Where a widget stands in a picture, in pixels. */
export interface WidgetBox {
  readonly widget: Widget;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Returns where the widgets of a dashboard stand on a grid of that width, as on the screen, in reading order. */
export function gridBoxes(widgets: readonly Widget[], width: number): readonly WidgetBox[] {
  const columnWidth = (width - gapPx * (gridColumns - 1)) / gridColumns;
  const compacted = verticalCompactor.compact(
    widgets.map(({ id, layout: { x, y, w, h } }) => ({ i: id, x: Math.max(0, Math.min(x, gridColumns - w)), y, w, h })),
    gridColumns,
  );
  const places = new Map(compacted.map((item) => [item.i, item]));
  return widgets
    .map((widget) => {
      const { x, y, w, h } = places.get(widget.id) ?? widget.layout;
      return {
        widget,
        x: x * (columnWidth + gapPx),
        y: y * (rowHeightPx + gapPx),
        width: w * columnWidth + (w - 1) * gapPx,
        height: h * rowHeightPx + (h - 1) * gapPx,
      };
    })
    .sort((a, b) => a.y - b.y || a.x - b.x);
}

/** Returns the height that boxes take. */
export function heightOf(boxes: readonly WidgetBox[]): number {
  return Math.max(0, ...boxes.map(({ y, height }) => y + height));
}
