import { useMemo } from 'react';
import { type ColumnWidthsInput, columnWidths } from './columnWidths.ts';

const SCROLLBAR = 10;

/** How wide the columns are, and whether there is room for a scroll bar beside them. */
export interface UseColumnWidthsResult {
  readonly widths: readonly number[];
  readonly hasScrollbar: boolean;
}

/** Returns the widths of columns. Nothing gets narrower, and the room for a scroll bar stays, until the size changes. */
export function useColumnWidths(input: Omit<ColumnWidthsInput, 'grown'>, isScrolling: boolean): UseColumnWidthsResult {
  const { columns, rowCount, cell, width, headRoom } = input;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another width begins anew
  const before = useMemo(() => ({ grown: new Map<string, number>(), hasScrolled: false }), [width]);
  return useMemo(() => {
    before.hasScrolled ||= isScrolling;
    const room = width - (before.hasScrolled ? SCROLLBAR : 0);
    const widths = columnWidths({ columns, rowCount, cell, headRoom, width: room, grown: before.grown });
    return { widths, hasScrollbar: before.hasScrolled };
  }, [columns, rowCount, cell, width, headRoom, isScrolling, before]);
}
