import { textWidth } from '../../chart/textWidth.ts';

/** Where a column of a pictured table stands. */
export interface PlacedColumn {
  readonly x: number;
  readonly width: number;
}

/** The padding on both sides of a cell, in pixels. */
export const CELL_PADDING = 8;

const MIN_WIDTH = 48;

/**
 * Returns where the columns stand so that they fill the width: each as wide as its longest text, and where there is no
 * room for that, the widest ones give way.
 *
 * @param columns - The texts of each column, its head among them, and the width that it is to have, if any.
 */
export function tableColumnsLayout(
  columns: readonly { readonly texts: readonly string[]; readonly width?: number | undefined }[],
  size: number,
  width: number,
): readonly PlacedColumn[] {
  const wanted = columns.map(
    (column) =>
      column.width ?? Math.max(MIN_WIDTH, ...column.texts.map((text) => textWidth(text, size))) + CELL_PADDING * 2,
  );
  const widths = shareWidth(wanted, width);
  let x = 0;
  return widths.map((one) => {
    const place = { x, width: one };
    x += one;
    return place;
  });
}

function shareWidth(wanted: readonly number[], width: number): readonly number[] {
  const sum = wanted.reduce((total, one) => total + one, 0);
  if (sum <= width) return wanted.map((one) => one + (width - sum) / wanted.length);
  // The limit that makes the columns above it give way until all have room.
  let limit = width / wanted.length;
  for (let round = 0; round < wanted.length; round += 1) {
    const narrow = wanted.filter((one) => one <= limit);
    const rest = width - narrow.reduce((total, one) => total + one, 0);
    limit = rest / Math.max(1, wanted.length - narrow.length);
  }
  return wanted.map((one) => Math.min(one, limit));
}
