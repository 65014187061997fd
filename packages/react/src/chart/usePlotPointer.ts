import type { AbsoluteTimeRange } from '@glasspane/core';
import { type PointerEvent, type RefObject, useRef } from 'react';
import { brushedRange, drawBrush } from './brushedRange.ts';
import type { PlotModel } from './PlotModel.ts';
import type { Crosshair } from './useCrosshair.ts';

/** What a pointer over the plot works on. */
export interface UsePlotPointerOptions {
  readonly model: PlotModel;
  readonly crosshair: Crosshair;
  readonly chart: RefObject<HTMLElement | null>;
  readonly brush: RefObject<HTMLElement | null>;
  readonly onTimeRangeSelect: ((range: AbsoluteTimeRange) => void) | undefined;
}

/** The pointer handlers of a plot. */
export interface PlotPointerHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: () => void;
  readonly onPointerLeave: (event: PointerEvent<HTMLElement>) => void;
}

/** Hovering shows the values; dragging with a mouse or pen selects a time range, dragging with a finger reads values. */
export function usePlotPointer(options: UsePlotPointerOptions): PlotPointerHandlers {
  const { model, crosshair, chart, brush, onTimeRangeSelect } = options;
  const dragStart = useRef<number | undefined>(undefined);

  const draw = (toX: number): void => {
    if (brush.current !== null) {
      drawBrush(brush.current, dragStart.current, toX, model);
    }
  };
  const endDrag = (): void => {
    dragStart.current = undefined;
    draw(0);
  };
  return {
    onPointerDown: (event) => {
      const [x, y] = pointIn(chart, event);
      crosshair.pointAt(x, y);
      if (event.button === 0 && event.pointerType !== 'touch' && onTimeRangeSelect !== undefined) {
        event.currentTarget.setPointerCapture(event.pointerId);
        dragStart.current = x;
      }
    },
    onPointerMove: (event) => {
      const [x, y] = pointIn(chart, event);
      crosshair.pointAt(x, y);
      if (dragStart.current !== undefined) {
        draw(x);
      }
    },
    onPointerUp: (event) => {
      const [x] = pointIn(chart, event);
      const range = dragStart.current === undefined ? undefined : brushedRange(dragStart.current, x, model);
      endDrag();
      if (range !== undefined) {
        crosshair.hide();
        onTimeRangeSelect?.(range);
      }
    },
    // The browser takes the finger over, to scroll: what it showed on its way is nothing that anybody asked for.
    onPointerCancel: () => {
      endDrag();
      crosshair.hide();
    },
    onPointerLeave: (event) => {
      // A finger leaves when it is lifted; what it showed stays until the chart loses the focus.
      if (event.pointerType !== 'touch') {
        crosshair.hide();
      }
    },
  };
}

function pointIn(chart: RefObject<HTMLElement | null>, event: PointerEvent): readonly [number, number] {
  const box = chart.current?.getBoundingClientRect();
  return [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)];
}
