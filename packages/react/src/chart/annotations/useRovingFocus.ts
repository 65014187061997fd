import { type KeyboardEvent, useRef, useState } from 'react';

/** What makes a row of buttons one stop of the Tab key. */
export interface RovingFocus {
  readonly isTabStop: (index: number) => boolean;
  readonly refOf: (index: number) => (element: HTMLButtonElement | null) => void;
  readonly onFocus: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => Math.min(count - 1, at + 1),
  ArrowLeft: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Makes a row of buttons one stop of the Tab key; arrows, Home and End move along it. */
export function useRovingFocus(count: number): RovingFocus {
  const [at, setAt] = useState(0);
  const elements = useRef(new Map<number, HTMLButtonElement>());
  const current = Math.min(at, Math.max(0, count - 1));
  return {
    isTabStop: (index) => index === current,
    refOf: (index) => (element) => {
      if (element === null) elements.current.delete(index);
      else elements.current.set(index, element);
    },
    onFocus: setAt,
    onKeyDown(event) {
      const next = STEPS[event.key]?.(current, count);
      if (next === undefined) return;
      event.preventDefault();
      elements.current.get(next)?.focus();
    },
  };
}
