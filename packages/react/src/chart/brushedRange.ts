import type { AbsoluteTimeRange } from '@glasspane/core';
import type { PlotModel } from './PlotModel.ts';

const MIN_PIXELS = 5;

/** Returns the time range between two points of a plot, or `undefined` where they are too near to mean one. */
export function brushedRange(fromX: number, toX: number, model: PlotModel): AbsoluteTimeRange | undefined {
  const [left, right] = brushedPixels(fromX, toX, model);
  if (right - left < MIN_PIXELS) {
    return undefined;
  }
  const [startMs, endMs] = [Math.round(model.scales.timeAt(left)), Math.round(model.scales.timeAt(right))];
  return startMs < endMs ? { startMs, endMs } : undefined;
}

/** Draws what is selected so far, or, with no points, nothing. */
export function drawBrush(element: HTMLElement, fromX: number | undefined, toX: number, model: PlotModel): void {
  element.hidden = fromX === undefined;
  if (fromX !== undefined) {
    const [left, right] = brushedPixels(fromX, toX, model);
    element.style.transform = `translateX(${left}px)`;
    element.style.width = `${right - left}px`;
  }
}

function brushedPixels(fromX: number, toX: number, { rect }: PlotModel): readonly [number, number] {
  const clamp = (x: number): number => Math.min(rect.left + rect.width, Math.max(rect.left, x));
  return [clamp(Math.min(fromX, toX)), clamp(Math.max(fromX, toX))];
}
