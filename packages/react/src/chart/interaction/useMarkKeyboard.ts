import { type KeyboardEvent, type RefObject, useCallback, useRef } from 'react';

/** The place of a mark in a grid. */
export interface MarkPlace {
  readonly row: number;
  readonly column: number;
}

/** What the keys work on: marks in rows and columns. A list is a grid of one row, or of one column. */
export interface UseMarkKeyboardOptions {
  readonly rows: number;
  readonly columns: number;
  /** Shows which mark the keyboard is on, and returns what is said of it. */
  readonly onMove: (place: MarkPlace) => string;
  /** The keyboard is on no mark any more: Escape, or the focus went elsewhere. */
  readonly onLeave: () => void;
  /** Enter, or the space bar, took the mark. */
  readonly onTake?: ((place: MarkPlace, event: KeyboardEvent<HTMLElement>) => void) | undefined;
}

/** The keyboard handlers of the element that has the focus, and where the values are spoken. */
export interface MarkKeyboard {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
  /** For the one element with `aria-live="polite"`. */
  readonly live: RefObject<HTMLDivElement | null>;
}

/**
 * Arrow keys go from mark to mark, Home and End to the ends of a row, the page keys to the ends of a column, and Enter takes
 * the mark; each move is spoken, none renders. In a list, all four arrows go along it.
 */
export function useMarkKeyboard(options: UseMarkKeyboardOptions): MarkKeyboard {
  const live = useRef<HTMLDivElement>(null);
  const place = useRef<MarkPlace | undefined>(undefined);
  const say = (text: string): void => {
    if (live.current !== null) live.current.textContent = text;
  };
  const leave = (): void => {
    if (place.current === undefined) return;
    place.current = undefined;
    options.onLeave();
    say('');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.metaKey || (event.ctrlKey && event.key !== 'Enter')) return;
    const isTaken = event.key === 'Enter' || event.key === ' ';
    const next = isTaken ? undefined : nextPlace(place.current, event.key, options);
    // Without a mark these keys are the host's: they close its dialogs and send its forms.
    if (event.key === 'Escape' && place.current !== undefined) {
      leave();
    } else if (isTaken && place.current !== undefined && options.onTake !== undefined) {
      options.onTake(place.current, event);
    } else if (next !== undefined) {
      place.current = next;
      say(options.onMove(next));
    } else {
      return;
    }
    event.preventDefault();
  };
  return { onKeyDown, onBlur: useLatest(leave), live };
}

function useLatest(callback: () => void): () => void {
  const latest = useRef(callback);
  latest.current = callback;
  return useCallback(() => latest.current(), []);
}

/** Returns where a key leads from a place; undefined where the key is none of these, or there are no marks. */
export function nextPlace(
  from: MarkPlace | undefined,
  key: string,
  { rows, columns }: Pick<UseMarkKeyboardOptions, 'rows' | 'columns'>,
): MarkPlace | undefined {
  const move = MOVES[key];
  if (move === undefined || rows < 1 || columns < 1) return undefined;
  if (from === undefined) return { row: 0, column: key === 'End' ? columns - 1 : 0 };
  const [down, right] = move;
  const step = rows === 1 ? [0, right || down] : columns === 1 ? [down || right, 0] : [down, right];
  return { row: within(from.row + (step[0] ?? 0), rows), column: within(from.column + (step[1] ?? 0), columns) };
}

const FAR = Number.MAX_SAFE_INTEGER;

const MOVES: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Home: [0, -FAR],
  End: [0, FAR],
  PageUp: [-FAR, 0],
  PageDown: [FAR, 0],
};

function within(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index));
}
