import { textWidth } from './textWidth.ts';

/** Where the legend stands. `auto`: below, or not at all where there is no room. */
export type LegendPlacement = 'auto' | 'below' | 'right' | 'none';

/** Where the legend stands in fact, and how large it is, in pixels. */
export interface LegendLayout {
  readonly placement: 'below' | 'right' | 'none';
  /** The height below, or the width to the right. */
  readonly size: number;
}

/** What the place of a legend is worked out from. */
export interface LegendLayoutOptions {
  readonly placement: LegendPlacement;
  readonly items: readonly { readonly name: string; readonly value: string }[];
  readonly width: number;
  readonly height: number;
}

const ROW_HEIGHT = 22;
const ITEM_PADDING = 40;
const MAX_ITEM_WIDTH = 280;
const FONT_SIZE = 12;

/** Returns where the legend of a chart stands. It never takes more than a third of the height, or two fifths of the width. */
export function legendLayout({ placement, items, width, height }: LegendLayoutOptions): LegendLayout {
  if (placement === 'none' || items.length === 0 || width < 180 || height < 132) {
    return { placement: 'none', size: 0 };
  }
  const widths = items.map(({ name, value }) => itemWidth(name, value));
  if (placement === 'right' && width >= 420) {
    return { placement: 'right', size: Math.min(Math.max(...widths) + 12, Math.floor(width * 0.4)) };
  }
  const maxRows = Math.max(1, Math.min(5, Math.floor(height / 3 / ROW_HEIGHT)));
  return { placement: 'below', size: Math.min(maxRows, rowCount(widths, width)) * ROW_HEIGHT + 4 };
}

function itemWidth(name: string, value: string): number {
  return Math.min(MAX_ITEM_WIDTH, textWidth(name, FONT_SIZE) + textWidth(value, FONT_SIZE) + ITEM_PADDING);
}

function rowCount(widths: readonly number[], width: number): number {
  let [rows, used] = [1, 0];
  for (const one of widths) {
    if (used > 0 && used + one > width) {
      rows += 1;
      used = 0;
    }
    used += one;
  }
  return rows;
}
