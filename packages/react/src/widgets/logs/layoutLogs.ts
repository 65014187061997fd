import type { LogEntry } from '@glasspane/core';
import { truncateRows, wrapCode } from './wrapCode.ts';

/** One line in a picture: the rows that its text takes. */
export interface PlacedLog {
  readonly entry: LogEntry;
  readonly rows: readonly string[];
  /** Where its first row begins, counted in rows. */
  readonly top: number;
}

/** How lines are laid out. */
export interface LogLayoutOptions {
  /** The width of the text in letters. */
  readonly columns: number;
  /** How many rows there is room for. */
  readonly rows: number;
  /** How many rows stand above the text of each line. */
  readonly headRows: number;
  readonly wrap: boolean;
}

/** A line that is longer is cut: one must not take the place of all others. */
const MAX_ROWS = 6;

/** Lays out the newest lines that there is room for, in the order of the given ones: the newest first, or last. */
export function layoutLogs(
  lines: readonly LogEntry[],
  isNewestFirst: boolean,
  options: LogLayoutOptions,
): readonly PlacedLog[] {
  const { columns, headRows, wrap } = options;
  const chosen: { readonly entry: LogEntry; readonly rows: readonly string[] }[] = [];
  let left = options.rows;
  for (const entry of isNewestFirst ? lines : [...lines].reverse()) {
    const wanted = wrapCode(entry.line, columns, wrap ? MAX_ROWS : 1);
    // The newest line is cut, where there is no room for all of it: better than none.
    const rows = chosen.length === 0 ? truncateRows(wanted, Math.max(1, left - headRows)) : wanted;
    left -= headRows + rows.length;
    if (left < 0 && chosen.length > 0) break;
    chosen.push({ entry, rows });
  }
  let top = 0;
  return (isNewestFirst ? chosen : chosen.reverse()).map(({ entry, rows }) => {
    const placed = { entry, rows, top };
    top += headRows + rows.length;
    return placed;
  });
}
