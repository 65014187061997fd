import type { RefObject } from 'react';
import { type CrosshairElements, CrosshairView } from './CrosshairView.ts';
import { type ReadingMoment, readingContent } from './interaction/readingContent.ts';
import type { TooltipSettings } from './interaction/TooltipOptions.ts';
import { nearestSeries } from './nearestSeries.ts';
import type { PlotModel } from './PlotModel.ts';
import { nearestTime, type Reading, readingsAt } from './readings.ts';

const NEAR_PIXELS = 40;

/** The elements, as refs that React fills. */
export type CrosshairRefs = { readonly [name in keyof CrosshairElements]: RefObject<HTMLDivElement | null> };

/** What a crosshair reads from, and how it shows it. */
export interface CrosshairScene {
  readonly model: PlotModel;
  readonly tooltip: TooltipSettings;
  /** Tells the other charts of the dashboard where it stands. */
  readonly share: (timeMs: number | undefined) => void;
}

interface Position extends ReadingMoment {
  /** The pointer in the chart, in pixels; left out: it stands there by the keyboard. */
  readonly pointer: { readonly x: number; readonly y: number } | undefined;
}

/**
 * The crosshair of a plot: it stands at a sample, under the pointer or where the keyboard put it, or shows where the one of
 * another chart stands. Nothing of it renders.
 */
export class PlotCrosshair {
  readonly #refs: CrosshairRefs;
  #scene: CrosshairScene;
  #view: CrosshairView | undefined;
  #position: Position | undefined;
  #othersMs: number | undefined;
  #isHeld = false;
  #isListening = false;

  constructor(refs: CrosshairRefs, scene: CrosshairScene) {
    this.#refs = refs;
    this.#scene = scene;
  }

  /** What it shows; undefined while it is hidden. */
  get moment(): ReadingMoment | undefined {
    return this.#position;
  }

  /** Takes what was drawn anew: it stays under the pointer, or at its moment, and shows what is new there. */
  update(scene: CrosshairScene): void {
    this.#scene = scene;
    const position = this.#position;
    if (position === undefined) {
      this.#showOthers();
    } else if (position.pointer === undefined || this.#isHeld) {
      this.standAt(position.timeMs, position.focusedKey);
    } else {
      this.pointAt(position.pointer.x, position.pointer.y);
    }
  }

  /** Moves it to the sample nearest to a point of the chart, in pixels. */
  pointAt(x: number, y: number): void {
    if (this.#isHeld) return;
    const { model, tooltip } = this.#scene;
    const timeMs = this.#nearestTime(model.scales.timeAt(x));
    if (timeMs === undefined) {
      this.hide();
      return;
    }
    const readings = readingsAt(model.series, timeMs);
    const reach = tooltip.mode === 'single' ? Number.POSITIVE_INFINITY : NEAR_PIXELS;
    this.#show({ timeMs, readings, focusedKey: nearestSeries(readings, y, reach, model)?.key, pointer: { x, y } });
  }

  /** Moves it to the sample nearest to a moment, with one series in focus, and returns what stands there. */
  standAt(wantedMs: number, focusedKey?: string): readonly Reading[] {
    const timeMs = this.#nearestTime(wantedMs);
    if (timeMs === undefined) {
      this.hide();
      return [];
    }
    const readings = readingsAt(this.#scene.model.series, timeMs);
    this.#show({ timeMs, readings, focusedKey, pointer: undefined });
    return readings;
  }

  hide(): void {
    if (this.#isHeld || this.#position === undefined) return;
    this.#position = undefined;
    window.removeEventListener('scroll', this.#onScroll, { capture: true });
    this.#isListening = false;
    this.#viewOf()?.hide();
    this.#scene.share(undefined);
    this.#showOthers();
  }

  /** Holds it where it is, without its tooltip, until it is released. */
  hold(): void {
    this.#isHeld = true;
    this.#view?.hideTooltip();
  }

  /** Shows where the crosshair of another chart stands, while its own is hidden. */
  showOthers(timeMs: number | undefined): void {
    this.#othersMs = timeMs;
    this.#showOthers();
  }

  /** Lets it move again, and hides it; nothing listens any more, and the others hear that it is gone. */
  release(): void {
    this.#isHeld = false;
    this.hide();
  }

  // The tooltip is in the top layer and does not scroll with its chart.
  readonly #onScroll = (): void => {
    if (this.#position !== undefined) this.#show(this.#position);
  };

  #show(position: Position): void {
    const view = this.#viewOf();
    if (view === undefined) return;
    this.#position = position;
    const { model, tooltip, share } = this.#scene;
    const hasTooltip = !this.#isHeld && tooltip.mode !== 'none';
    const content = hasTooltip ? readingContent(position, model, tooltip) : undefined;
    view.move({ ...position, pointerY: position.pointer?.y }, content, model);
    if (!this.#isListening) {
      window.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
      this.#isListening = true;
    }
    share(position.timeMs);
  }

  #showOthers(): void {
    if (this.#position !== undefined) return;
    const { range, scales } = this.#scene.model;
    const timeMs = this.#othersMs;
    const isWithin = timeMs !== undefined && timeMs >= range.startMs && timeMs <= range.endMs;
    this.#viewOf()?.moveLine(isWithin ? scales.x(timeMs) : undefined);
  }

  #nearestTime(timeMs: number): number | undefined {
    const { series, range } = this.#scene.model;
    return nearestTime(series, timeMs, range.startMs, range.endMs);
  }

  #viewOf(): CrosshairView | undefined {
    const { chart, line, dots, tooltip } = this.#refs;
    if (chart.current === null || line.current === null || dots.current === null || tooltip.current === null) {
      return undefined;
    }
    this.#view ??= new CrosshairView({
      chart: chart.current,
      line: line.current,
      dots: dots.current,
      tooltip: tooltip.current,
    });
    return this.#view;
  }
}
