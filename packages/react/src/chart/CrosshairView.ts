import type { TooltipContent } from './interaction/TooltipContent.ts';
import { TooltipView } from './interaction/TooltipView.ts';
import { axisOf, type PlotModel } from './PlotModel.ts';
import type { Reading } from './readings.ts';

const MAX_DOTS = 50;

/** The elements that a crosshair moves. */
export interface CrosshairElements {
  readonly chart: HTMLElement;
  /** Its parent holds the dots as well, and becomes a layer of its own while they move. */
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

interface Dot {
  readonly element: HTMLElement;
  transform: string;
  color: string;
  isFocused: boolean;
  isShown: boolean;
}

/** The line, the dots and the tooltip of a crosshair. What is as it was is not written again. */
export class CrosshairView {
  readonly #elements: CrosshairElements;
  readonly #tooltip: TooltipView;
  readonly #dots: Dot[] = [];
  #x: number | undefined;

  constructor(elements: CrosshairElements) {
    this.#elements = elements;
    this.#tooltip = new TooltipView(elements.tooltip);
    elements.dots.replaceChildren();
  }

  /** Moves all of it; without content, there is no tooltip. */
  move(position: CrosshairPosition, content: TooltipContent | undefined, model: PlotModel): void {
    const x = model.scales.x(position.timeMs);
    if (content === undefined) {
      this.#tooltip.hide();
      this.#write(position, x, model);
      return;
    }
    // Read before anything is written, or the browser must lay the page out in between.
    const { left, top } = this.#elements.chart.getBoundingClientRect();
    const y = position.pointerY ?? model.rect.top + model.rect.height / 2;
    this.#write(position, x, model);
    this.#tooltip.show(content, left + x, top + y);
  }

  /** Moves the line alone: the crosshair is another chart's. Without a place, it is hidden. */
  moveLine(x: number | undefined): void {
    const { line } = this.#elements;
    const rounded = x === undefined ? undefined : Math.round(x);
    if (rounded === this.#x) return;
    if (rounded === undefined || this.#x === undefined) {
      line.hidden = rounded === undefined;
      line.parentElement?.toggleAttribute('data-moving', rounded !== undefined);
    }
    if (rounded !== undefined) line.style.transform = `translateX(${rounded}px)`;
    this.#x = rounded;
  }

  hideTooltip(): void {
    this.#tooltip.hide();
  }

  hide(): void {
    this.moveLine(undefined);
    this.#tooltip.hide();
    this.#hideDots(0);
  }

  #write({ readings, focusedKey }: CrosshairPosition, x: number, model: PlotModel): void {
    this.moveLine(x);
    let count = 0;
    for (const reading of readings) {
      const y = axisOf(model, reading.series).scales.y(reading.series.values[reading.row] ?? Number.NaN);
      if (count >= MAX_DOTS || !isWithin(y, model)) continue;
      const dot = this.#dots[count] ?? this.#addDot();
      moveDot(dot, reading.series.color, `translate(${tenths(model.scales.x(reading.timeMs))}px,${tenths(y)}px)`);
      focusDot(dot, reading.series.key === focusedKey);
      count += 1;
    }
    this.#hideDots(count);
  }

  #addDot(): Dot {
    const element = document.createElement('div');
    element.className = 'gp-dot';
    this.#elements.dots.append(element);
    const dot = { element, transform: '', color: '', isFocused: false, isShown: true };
    this.#dots.push(dot);
    return dot;
  }

  #hideDots(from: number): void {
    for (let index = from; index < this.#dots.length; index += 1) {
      const dot = this.#dots[index];
      if (dot?.isShown !== true) return;
      dot.element.hidden = true;
      dot.isShown = false;
    }
  }
}

function isWithin(y: number, { rect: { top, height } }: PlotModel): boolean {
  return y >= top - 1 && y <= top + height + 1;
}

function moveDot(dot: Dot, color: string, transform: string): void {
  if (!dot.isShown) {
    dot.element.hidden = false;
    dot.isShown = true;
  }
  if (dot.color !== color) {
    dot.element.style.background = color;
    dot.color = color;
  }
  if (dot.transform !== transform) {
    dot.element.style.transform = transform;
    dot.transform = transform;
  }
}

function focusDot(dot: Dot, isFocused: boolean): void {
  if (dot.isFocused === isFocused) return;
  dot.element.classList.toggle('gp-dot-focused', isFocused);
  dot.isFocused = isFocused;
}

function tenths(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
