import { type MouseEvent, type PointerEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import { browserClock } from '../provider/browserClock.ts';
import type { UsePinnedMomentResult } from './interaction/usePinnedMoment.ts';
import type { PlotCrosshair } from './PlotCrosshair.ts';
import type { Selection } from './usePlotPointer.ts';

const LONG_PRESS_MS = 450;
const SLIP_PIXELS = 8;

/** What fingers work on. */
export interface UseTouchGesturesOptions {
  readonly crosshair: PlotCrosshair;
  readonly plot: RefObject<HTMLElement | null>;
  readonly select: Selection;
  readonly pin: UsePinnedMomentResult;
}

/** What a plot does with fingers; places are in pixels of the chart. */
export interface TouchGestures {
  readonly down: (event: PointerEvent<HTMLElement>, x: number, y: number) => void;
  readonly move: (event: PointerEvent<HTMLElement>, x: number, y: number) => void;
  readonly up: (event: PointerEvent<HTMLElement>, y: number) => void;
  /** The click that the browser makes of a tap. */
  readonly click: (event: MouseEvent<HTMLElement>) => void;
  readonly cancel: () => void;
}

interface Gesture {
  /** `tap`: it may become anything yet. `read`: a finger goes across. `select`: it holds the chart, and no scrolling begins. */
  kind: 'tap' | 'read' | 'select';
  /** Where each finger is, in the order they came. */
  readonly fingers: Map<number, number>;
  startX: number;
  readonly startY: number;
  /** The moment that was shown before. */
  readonly beforeMs: number | undefined;
  endLongPress: () => void;
}

/** A tap reads values, and a second one there pins them; a long press and a drag, or two fingers, select a time range. */
export function useTouchGestures({ crosshair, plot, select, pin }: UseTouchGesturesOptions): TouchGestures {
  const gesture = useRef<Gesture | undefined>(undefined);
  const tappedY = useRef<number | undefined>(undefined);
  useHeldScroll(plot, gesture);
  const end = useCallback((): void => {
    gesture.current?.endLongPress();
    gesture.current = undefined;
  }, []);
  useEffect(() => end, [end]);
  return {
    down: (event, x, y) => {
      tappedY.current = undefined;
      const current = gesture.current;
      if (current !== undefined && current.fingers.size === 1) {
        current.endLongPress();
        const [first = x] = current.fingers.values();
        current.kind = 'select';
        current.startX = first;
        current.fingers.set(event.pointerId, x);
        crosshair.hide();
        select.draw(first, x);
        return;
      }
      if (current !== undefined) return;
      const beforeMs = crosshair.moment?.timeMs;
      crosshair.pointAt(x, y);
      const next: Gesture = {
        kind: 'tap',
        fingers: new Map([[event.pointerId, x]]),
        startX: x,
        startY: y,
        beforeMs,
        endLongPress: browserClock.setTimeout(() => {
          next.kind = 'select';
          select.draw(x - 1, x + 1);
        }, LONG_PRESS_MS),
      };
      gesture.current = next;
    },
    move: (event, x, y) => {
      const current = gesture.current;
      if (current === undefined || !current.fingers.has(event.pointerId)) return;
      current.fingers.set(event.pointerId, x);
      if (current.kind === 'select') {
        const [first = x, second = current.startX] = current.fingers.values();
        select.draw(second, first);
        if (current.fingers.size === 1) crosshair.pointAt(x, y);
        return;
      }
      if (current.kind === 'tap' && Math.hypot(x - current.startX, y - current.startY) < SLIP_PIXELS) return;
      current.kind = 'read';
      current.endLongPress();
      crosshair.pointAt(x, y);
    },
    up: (event, y) => {
      const current = gesture.current;
      if (current === undefined || !current.fingers.has(event.pointerId)) return;
      const [first = current.startX, second = current.startX] = current.fingers.values();
      end();
      if (current.kind === 'select') {
        select.take(second, first);
      } else if (
        current.kind === 'tap' &&
        current.beforeMs !== undefined &&
        current.beforeMs === crosshair.moment?.timeMs
      ) {
        tappedY.current = y;
      }
    },
    // Not earlier: before it makes a click of a tap, the browser gives the plot the focus.
    click: (event) => {
      if (tappedY.current !== undefined) pin.take(event, tappedY.current);
      tappedY.current = undefined;
    },
    cancel: end,
  };
}

/** While fingers select, the page must not scroll under them; only a listener of our own may say so. */
function useHeldScroll(plot: RefObject<HTMLElement | null>, gesture: RefObject<Gesture | undefined>): void {
  useEffect(() => {
    const element = plot.current;
    const hold = (event: Event): void => {
      if (gesture.current?.kind === 'select' && event.cancelable) event.preventDefault();
    };
    element?.addEventListener('touchmove', hold, { passive: false });
    element?.addEventListener('contextmenu', hold);
    return () => {
      element?.removeEventListener('touchmove', hold);
      element?.removeEventListener('contextmenu', hold);
    };
  }, [plot, gesture]);
}
