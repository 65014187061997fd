import type { Widget, WidgetLayout } from '../dashboard/Widget.ts';

const COLUMNS = 24;

const SIZES: ReadonlyMap<string, { readonly w: number; readonly h: number }> = new Map([
  ['stat', { w: 6, h: 4 }],
  ['gauge', { w: 6, h: 6 }],
]);
const DEFAULT_SIZE = { w: 12, h: 8 };

/**
 * Returns where a new widget stands: where it wants to, else right of the last widget of the lowest row if it fits there,
 * else below everything.
 */
export function placeWidget(
  widgets: readonly Widget[],
  type: string,
  wanted: Partial<WidgetLayout> = {},
): WidgetLayout {
  const { w = Math.min(SIZES.get(type)?.w ?? DEFAULT_SIZE.w, COLUMNS - (wanted.x ?? 0)) } = wanted;
  const { h = SIZES.get(type)?.h ?? DEFAULT_SIZE.h } = wanted;
  if (wanted.x !== undefined || wanted.y !== undefined) {
    return { x: wanted.x ?? 0, y: wanted.y ?? bottomOf(widgets), w, h };
  }
  const layouts = widgets.map(({ layout }) => layout);
  const lowestY = Math.max(0, ...layouts.map(({ y }) => y));
  const x = Math.max(0, ...layouts.filter((layout) => layout.y === lowestY).map((layout) => layout.x + layout.w));
  const beside = { x, y: lowestY, w, h };
  if (x + w <= COLUMNS && !layouts.some((layout) => overlaps(layout, beside))) return beside;
  return { x: 0, y: bottomOf(widgets), w, h };
}

function bottomOf(widgets: readonly Widget[]): number {
  return Math.max(0, ...widgets.map(({ layout }) => layout.y + layout.h));
}

function overlaps(a: WidgetLayout, b: WidgetLayout): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
