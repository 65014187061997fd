import { useEffect, useRef, useState } from 'react';

/** Starts and stops to listen; both may be called at any time, and the end of the component stops as well. */
export interface ScrollListener {
  readonly start: () => void;
  readonly stop: () => void;
}

/** Calls back when the page, or anything in it, is scrolled: only between start and stop, as most charts never need it. */
export function useScrollListener(onScroll: () => void): ScrollListener {
  const latest = useRef(onScroll);
  const [listener] = useState(() => createListener(() => latest.current()));
  useEffect(() => {
    latest.current = onScroll;
  });
  useEffect(() => listener.stop, [listener]);
  return listener;
}

function createListener(onScroll: () => void): ScrollListener {
  return {
    start: () => window.addEventListener('scroll', onScroll, { capture: true, passive: true }),
    stop: () => window.removeEventListener('scroll', onScroll, { capture: true }),
  };
}
