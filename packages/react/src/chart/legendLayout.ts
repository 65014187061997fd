import { textWidth } from './textWidth.ts';

/** Where the legend stands. `auto`: below, or not at all where there is no room. */
export type LegendPlacement = 'auto' | 'below' | 'right' | 'none';

/** Where the legend stands in fact, and how large it is, in pixels. */
export interface LegendLayout {
  readonly placement: 'below' | 'right' | 'none';
  /** The height below, or the width to the right. */
  readonly size: number;
  /** The titles of the columns, where it is a table; left out: it is a list. */
  readonly columns?: readonly string[] | undefined;
}

interface MeasuredItem {
  readonly name: string;
  readonly value: string;
  readonly cells?: readonly { readonly text: string }[] | undefined;
}

/** What the place of a legend is worked out from. */
export interface LegendLayoutOptions {
  readonly placement: LegendPlacement;
  readonly items: readonly MeasuredItem[];
  /** The titles of the columns, where it is to be a table. */
  readonly columns?: readonly string[] | undefined;
  readonly width: number;
  readonly height: number;
}

const ROW_HEIGHT = 22;
const ITEM_PADDING = 40;
const MAX_ITEM_WIDTH = 280;
const FONT_SIZE = 12;
const COLUMN_PADDING = 12;

/** Returns where the legend of a chart stands. It never takes more than a third of the height, or two fifths of the width. */
export function legendLayout(options: LegendLayoutOptions): LegendLayout {
  const { placement, items, width, height, columns } = options;
  if (placement === 'none' || items.length === 0 || width < 180 || height < 132) {
    return { placement: 'none', size: 0 };
  }
  if (columns !== undefined && columns.length > 0) {
    return tableLayout(options, columns);
  }
  const widths = items.map(({ name, value }) => itemWidth(name, value));
  if (placement === 'right' && width >= 420) {
    return { placement: 'right', size: Math.min(Math.max(...widths) + 12, Math.floor(width * 0.4)) };
  }
  const maxRows = Math.max(1, Math.min(5, Math.floor(height / 3 / ROW_HEIGHT)));
  return { placement: 'below', size: Math.min(maxRows, rowCount(widths, width)) * ROW_HEIGHT + 4 };
}

// A table says more than a list, and may take a little more room for it.
function tableLayout(
  { placement, items, width, height }: LegendLayoutOptions,
  columns: readonly string[],
): LegendLayout {
  if (placement === 'right' && width >= 480) {
    const names = Math.max(60, ...items.map(({ name }) => textWidth(name, FONT_SIZE))) + ITEM_PADDING;
    const cells = legendColumnWidths(items, columns).reduce((sum, one) => sum + one, 0);
    return {
      placement: 'right',
      size: Math.min(Math.ceil(Math.min(names, 220) + cells), Math.floor(width / 2)),
      columns,
    };
  }
  const rows = Math.max(2, Math.min(9, Math.floor((height * 0.4) / ROW_HEIGHT)));
  return { placement: 'below', size: Math.min(rows, items.length + 1) * ROW_HEIGHT + 4, columns };
}

/** Returns how wide each column of a legend's table is, in pixels. */
export function legendColumnWidths(
  items: readonly Pick<MeasuredItem, 'cells'>[],
  columns: readonly string[],
): readonly number[] {
  return columns.map((title, index) => {
    const texts = items.map(({ cells }) => textWidth(cells?.[index]?.text ?? '', FONT_SIZE));
    return Math.ceil(Math.max(textWidth(title, FONT_SIZE) + COLUMN_PADDING, ...texts)) + COLUMN_PADDING;
  });
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
