import { type RefObject, useState } from 'react';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.ts';

/** A measured size in CSS pixels, rounded down. */
export interface ElementSize {
  readonly width: number;
  readonly height: number;
}

/** What is assumed where nothing is ever laid out: in jsdom, which hosts test in. */
const assumedSize: ElementSize = { width: 640, height: 240 };

function read(element: Element): ElementSize {
  const size = { width: Math.floor(element.clientWidth), height: Math.floor(element.clientHeight) };
  return typeof ResizeObserver === 'undefined' && size.width === 0 ? assumedSize : size;
}

/**
 * Returns the inner size of an element and follows its changes; `undefined` until it is measured, as on a server.
 * Without `ResizeObserver` the element is measured once.
 */
export function useElementSize(ref: RefObject<Element | null>): ElementSize | undefined {
  const [size, setSize] = useState<ElementSize>();
  useIsomorphicLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = (): void =>
      setSize((last) => {
        const next = read(element);
        return last?.width === next.width && last.height === next.height ? last : next;
      });
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
