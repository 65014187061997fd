import { type FocusEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import type { LogRow } from './logRows.ts';

/** What {@link useLogKeyboard} gives. */
export interface UseLogKeyboardResult {
  readonly listRef: RefObject<HTMLDivElement | null>;
  /** The key of the one row that the Tab key reaches. */
  readonly tabStop: string | undefined;
  onKeyDown(event: KeyboardEvent): void;
  onFocus(event: FocusEvent): void;
}

const STEPS: ReadonlyMap<string, (index: number, count: number) => number> = new Map([
  ['ArrowDown', (index: number) => index + 1],
  ['ArrowUp', (index: number) => index - 1],
  ['Home', () => 0],
  ['End', (_: number, count: number) => count - 1],
  ['PageDown', (index: number) => index + 10],
  ['PageUp', (index: number) => index - 10],
]);

/** Lets arrow keys walk over the rows, of which Tab reaches one, so that nobody has to pass all of them. */
export function useLogKeyboard(rows: readonly LogRow[]): UseLogKeyboardResult {
  const listRef = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string>();
  const isThere = focused !== undefined && rows.some(({ key }) => key === focused);
  return {
    listRef,
    tabStop: isThere ? focused : rows[0]?.key,
    onKeyDown(event) {
      const step = STEPS.get(event.key);
      const current = (event.target as Element).closest<HTMLElement>('[data-log-row]');
      if (step === undefined || current === null || event.target !== current) return;
      const all = [...(listRef.current?.querySelectorAll<HTMLElement>('[data-log-row]') ?? [])];
      const wanted = step(all.indexOf(current), all.length);
      event.preventDefault();
      all[Math.max(0, Math.min(all.length - 1, wanted))]?.focus();
    },
    onFocus(event) {
      const row = (event.target as HTMLElement).dataset.logRow;
      if (row !== undefined) setFocused(row);
    },
  };
}
