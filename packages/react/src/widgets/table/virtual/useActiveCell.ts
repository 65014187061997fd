import { type FocusEvent, type KeyboardEvent, type RefObject, useCallback, useRef, useState } from 'react';
import { useIsomorphicLayoutEffect } from '../../../provider/useIsomorphicLayoutEffect.ts';

/** The one cell of a table that Tab reaches. */
export interface ActiveCell {
  /** -1 is the head. */
  readonly row: number;
  readonly column: number;
  /** In the head: 0 is the title, 1 what stands beside it. */
  readonly part: number;
}

/** The cell that is active, and the handlers that move it. */
export interface UseActiveCellResult {
  readonly active: ActiveCell;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

interface ActiveCellOptions {
  readonly tableRef: RefObject<HTMLElement | null>;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Rows that fit, for Page up and Page down. */
  readonly pageRows: number;
  /** What can be focused in a head: 0 where nothing can, 2 where something stands beside the title. */
  readonly headParts: number;
}

/** Moves through a table with the arrows, Home, End, Page up and Page down, as the ARIA grid pattern tells. */
export function useActiveCell(options: ActiveCellOptions): UseActiveCellResult {
  const { tableRef, rowCount, columnCount, headParts } = options;
  const [wanted, setActive] = useState<ActiveCell>({ row: headParts > 0 ? -1 : 0, column: 0, part: 0 });
  const active = {
    row: Math.min(wanted.row, rowCount - 1),
    column: Math.min(wanted.column, columnCount - 1),
    part: wanted.part,
  };
  const isMoving = useRef(false);
  useIsomorphicLayoutEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    // The row of the active cell is always there, so focusing it scrolls to it.
    tableRef.current?.querySelector<HTMLElement>(`[data-gp-cell="${cellName(active)}"]`)?.focus();
  });
  const onFocus = useCallback((event: FocusEvent<HTMLElement>) => {
    const cell = readCell(event.target);
    if (cell !== undefined) setActive((last) => (cellName(last) === cellName(cell) ? last : cell));
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || readCell(event.target) === undefined) return;
    const next = nextCell(active, event, options);
    if (next === undefined) return;
    event.preventDefault();
    isMoving.current = true;
    setActive(next);
  };
  return { active, onFocus, onKeyDown };
}

/** Returns what a cell is called in the document. */
export function cellName({ row, column, part }: ActiveCell): string {
  return `${row}:${column}:${part}`;
}

function readCell(target: EventTarget): ActiveCell | undefined {
  if (!(target instanceof HTMLElement)) return undefined;
  const [row, column, part] = (target.dataset.gpCell ?? '').split(':').map(Number);
  return row === undefined || column === undefined || part === undefined ? undefined : { row, column, part };
}

function nextCell(
  active: ActiveCell,
  { key, ctrlKey, metaKey, currentTarget }: KeyboardEvent<HTMLElement>,
  { rowCount, columnCount, pageRows, headParts }: ActiveCellOptions,
): ActiveCell | undefined {
  const firstRow = headParts > 0 ? -1 : 0;
  const lastRow = rowCount - 1;
  const isAll = ctrlKey || metaKey;
  const toRow = (row: number): ActiveCell => {
    const held = Math.max(firstRow, Math.min(row, lastRow));
    return { ...active, row: held, part: held < 0 ? active.part : 0 };
  };
  const isRtl = getComputedStyle(currentTarget).direction === 'rtl';
  switch (key) {
    case 'ArrowDown':
      return toRow(active.row + 1);
    case 'ArrowUp':
      return toRow(active.row - 1);
    case 'PageDown':
      return toRow(active.row + pageRows);
    case 'PageUp':
      return toRow(active.row - pageRows);
    case 'ArrowRight':
    case 'ArrowLeft':
      return sideways(active, (key === 'ArrowRight') === isRtl ? -1 : 1, columnCount, headParts);
    case 'Home':
      return { row: isAll ? firstRow : active.row, column: 0, part: 0 };
    case 'End':
      return { row: isAll ? lastRow : active.row, column: columnCount - 1, part: 0 };
    default:
      return undefined;
  }
}

function sideways({ row, column, part }: ActiveCell, step: 1 | -1, columnCount: number, headParts: number): ActiveCell {
  const parts = row < 0 ? Math.max(1, headParts) : 1;
  const place = Math.max(0, Math.min(column * parts + part + step, columnCount * parts - 1));
  return { row, column: Math.floor(place / parts), part: place % parts };
}
