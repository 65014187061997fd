import type { PlotModel } from './PlotModel.ts';
import type { Reading } from './readings.ts';
import { writeTooltip } from './writeTooltip.ts';

const MAX_DOTS = 50;

/** The elements that a crosshair moves. */
export interface CrosshairElements {
  readonly chart: HTMLElement;
  readonly line: HTMLElement;
  readonly dots: HTMLElement;
  readonly tooltip: HTMLElement;
}

/** Where a crosshair stands. */
export interface CrosshairPosition {
  readonly timeMs: number;
  readonly readings: readonly Reading[];
  readonly focusedKey: string | undefined;
  /** The height of the pointer in the chart, in pixels; left out: the middle of the plot. */
  readonly pointerY?: number | undefined;
}

/** Moves a crosshair with its dots and its tooltip, without a render. */
export function moveCrosshair(elements: CrosshairElements, position: CrosshairPosition, model: PlotModel): void {
  const x = model.scales.x(position.timeMs);
  elements.line.style.transform = `translateX(${Math.round(x)}px)`;
  elements.line.hidden = false;
  writeDots(elements.dots, position, model);
  writeTooltip(elements.tooltip, position, model);
  placeTooltip(elements, x, position.pointerY ?? model.rect.top + model.rect.height / 2);
}

/** Hides a crosshair and its tooltip. */
export function hideCrosshair({ line, dots, tooltip }: CrosshairElements): void {
  line.hidden = true;
  dots.replaceChildren();
  if (hasPopover(tooltip) && tooltip.matches(':popover-open')) {
    tooltip.hidePopover();
  }
  tooltip.hidden = true;
}

function writeDots(list: HTMLElement, { readings, focusedKey }: CrosshairPosition, model: PlotModel): void {
  const { top, height } = model.rect;
  const drawn = readings.filter(({ value }) => Number.isFinite(value)).slice(0, MAX_DOTS);
  for (const [index, { series, value, timeMs }] of drawn.entries()) {
    const dot = (list.children[index] as HTMLElement | undefined) ?? list.appendChild(document.createElement('div'));
    const y = model.scales.y(value);
    dot.className = series.key === focusedKey ? 'gp-dot gp-dot-focused' : 'gp-dot';
    dot.hidden = y < top - 1 || y > top + height + 1;
    dot.style.background = series.color;
    dot.style.transform = `translate(${model.scales.x(timeMs)}px, ${y}px)`;
  }
  while (list.children.length > drawn.length) {
    list.lastElementChild?.remove();
  }
}

const WINDOW_EDGE = 8;

// In the top layer nothing clips the tooltip. It hangs on the side of the pointer where there is more room, pushed back
// into the window where that is not enough; percentages are of its own size, so that it need not be measured.
function placeTooltip({ chart, tooltip }: CrosshairElements, x: number, y: number): void {
  const box = chart.getBoundingClientRect();
  const [left, top] = [box.left + x, box.top + y];
  const isRight = left > window.innerWidth / 2;
  const isLow = top > window.innerHeight / 2;
  const across = isRight ? before(left - 14) : after(left + 14, window.innerWidth);
  const down = isLow ? before(top + 10) : after(top - 10, window.innerHeight);
  tooltip.style.transform = `translate(${across}, ${down})`;
  tooltip.hidden = false;
  if (hasPopover(tooltip) && !tooltip.matches(':popover-open')) {
    tooltip.showPopover();
  }
}

function before(end: number): string {
  return `max(${WINDOW_EDGE}px, ${end}px - 100%)`;
}

function after(start: number, windowSize: number): string {
  return `min(${start}px, ${windowSize - WINDOW_EDGE}px - 100%)`;
}

function hasPopover(element: HTMLElement): boolean {
  return typeof element.showPopover === 'function';
}
