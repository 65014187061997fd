import { textWidth } from '../../../chart/textWidth.ts';
import type { VirtualCell, VirtualColumn } from './VirtualColumn.ts';

const FONT_SIZE = 12;
const PADDING = 18;
const MIN_WIDTH = 48;
const MAX_WIDTH = 320;
/** Rows whose texts are measured: all would take long, and the widest is often among the first. */
const SAMPLE_ROWS = 60;

/** What {@link columnWidths} looks at. */
export interface ColumnWidthsInput {
  readonly columns: readonly VirtualColumn[];
  readonly rowCount: number;
  readonly cell: (row: number, column: number) => VirtualCell;
  /** The room for all columns. */
  readonly width: number;
  /** The room that a head needs besides its title: arrow, filter. */
  readonly headRoom: number;
  /** What columns needed before, by key, so that none gets narrower when rows are sorted or filtered. */
  readonly grown: Map<string, number>;
}

/** Returns how wide each column is, in whole pixels. Together they fill the room, or more where they need it. */
export function columnWidths(input: ColumnWidthsInput): readonly number[] {
  const { columns, width } = input;
  const wanted = columns.map((column, index) => {
    const needed = column.width ?? Math.max(input.grown.get(column.key) ?? 0, measured(input, column, index));
    input.grown.set(column.key, needed);
    return needed;
  });
  const rest = width - wanted.reduce((sum, one) => sum + one, 0);
  const growing = columns.filter((column) => column.width === undefined).length;
  if (rest <= 0) return wanted;
  const share = Math.floor(rest / (growing || columns.length || 1));
  let left = rest - share * (growing || columns.length);
  return wanted.map((one, index) => {
    if (growing > 0 && columns[index]?.width !== undefined) return one;
    const extra = left > 0 ? 1 : 0;
    left -= extra;
    return one + share + extra;
  });
}

function measured(
  { rowCount, cell, headRoom, width }: ColumnWidthsInput,
  column: VirtualColumn,
  index: number,
): number {
  let widest = textWidth(column.title, FONT_SIZE) * 1.06 + headRoom;
  for (let row = 0; row < Math.min(rowCount, SAMPLE_ROWS); row += 1) {
    widest = Math.max(widest, textWidth(cell(row, index).text.slice(0, 80), FONT_SIZE));
  }
  // A column of a narrow table leaves room for others beside it.
  const most = Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width * 0.6));
  return Math.ceil(Math.max(MIN_WIDTH, Math.min(most, widest + PADDING)));
}
