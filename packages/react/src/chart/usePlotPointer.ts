import { type MouseEvent, type PointerEvent, type RefObject, useRef } from 'react';
import { brushedRange, drawBrush } from './brushedRange.ts';
import type { PlotAnswers } from './interaction/PlotAnswers.ts';
import type { UsePinnedMomentResult } from './interaction/usePinnedMoment.ts';
import type { PlotCrosshair } from './PlotCrosshair.ts';
import type { PlotModel } from './PlotModel.ts';
import { useTouchGestures } from './useTouchGestures.ts';

/** What a pointer over the plot works on. */
export interface UsePlotPointerOptions {
  readonly model: PlotModel;
  readonly crosshair: PlotCrosshair;
  readonly chart: RefObject<HTMLElement | null>;
  readonly plot: RefObject<HTMLElement | null>;
  readonly brush: RefObject<HTMLElement | null>;
  readonly answers: PlotAnswers;
  readonly pin: UsePinnedMomentResult;
}

/** The pointer handlers of a plot. */
export interface PlotPointerHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerLeave: (event: PointerEvent<HTMLElement>) => void;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
}

/**
 * Hovering shows the values, a click pins them, and dragging selects a time range. A finger reads values by a tap or by going
 * across, and selects by a long press and a drag, or with a second finger.
 */
export function usePlotPointer(options: UsePlotPointerOptions): PlotPointerHandlers {
  const { crosshair, chart, pin } = options;
  const select = useSelection(options);
  const pressed = useRef<number | undefined>(undefined);
  const touch = useTouchGestures({ ...options, select });
  return {
    onPointerDown: (event) => {
      if (pin.isUnpinnedBy(event)) return;
      const [x, y] = pointIn(chart, event);
      if (event.pointerType === 'touch') {
        touch.down(event, x, y);
        return;
      }
      crosshair.pointAt(x, y);
      if (event.button === 0) pressed.current = x;
    },
    onPointerMove: (event) => {
      const [x, y] = pointIn(chart, event);
      if (event.pointerType === 'touch') {
        touch.move(event, x, y);
        return;
      }
      crosshair.pointAt(x, y);
      if (pressed.current === undefined) return;
      // Only what is dragged is followed beyond the plot; a click is not.
      if (!event.currentTarget.hasPointerCapture(event.pointerId))
        event.currentTarget.setPointerCapture(event.pointerId);
      select.draw(pressed.current, x);
    },
    onPointerUp: (event) => {
      const [x, y] = pointIn(chart, event);
      if (event.pointerType === 'touch') {
        touch.up(event, y);
        return;
      }
      if (pressed.current === undefined) return;
      if (!select.take(pressed.current, x) && Math.abs(pressed.current - x) < CLICK_PIXELS) pin.take(event, y);
      pressed.current = undefined;
    },
    // The browser takes the finger over, to scroll: what it showed on its way is nothing that anybody asked for.
    onPointerCancel: () => {
      pressed.current = undefined;
      touch.cancel();
      select.clear();
      crosshair.hide();
    },
    onPointerLeave: (event) => {
      // A finger leaves when it is lifted; what it showed stays until the chart loses the focus.
      if (event.pointerType === 'touch') return;
      pressed.current = undefined;
      crosshair.hide();
    },
    onClick: touch.click,
  };
}

const CLICK_PIXELS = 5;

/** A time range that is being selected, in pixels of the chart. */
export interface Selection {
  readonly draw: (fromX: number, toX: number) => void;
  readonly clear: () => void;
  /** Selects it and returns true, or returns false where it is too short to mean anything. */
  readonly take: (fromX: number, toX: number) => boolean;
}

function useSelection({ model, crosshair, brush, answers: { onTimeRangeSelect } }: UsePlotPointerOptions): Selection {
  const draw = (fromX: number | undefined, toX: number): void => {
    if (brush.current !== null && onTimeRangeSelect !== undefined) drawBrush(brush.current, fromX, toX, model);
  };
  return {
    draw,
    clear: () => draw(undefined, 0),
    take: (fromX, toX) => {
      const range = onTimeRangeSelect === undefined ? undefined : brushedRange(fromX, toX, model);
      draw(undefined, 0);
      if (range === undefined) return false;
      crosshair.hide();
      onTimeRangeSelect?.(range);
      return true;
    },
  };
}

function pointIn(chart: RefObject<HTMLElement | null>, event: PointerEvent): readonly [number, number] {
  const box = chart.current?.getBoundingClientRect();
  return [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)];
}
