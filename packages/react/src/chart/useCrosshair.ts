import { type RefObject, useCallback, useMemo, useRef } from 'react';
import { useIsomorphicLayoutEffect } from '../provider/useIsomorphicLayoutEffect.ts';
import { type CrosshairElements, hideCrosshair, moveCrosshair } from './CrosshairView.ts';
import type { PlotModel } from './PlotModel.ts';
import { nearestTime, type Reading, readingsAt } from './readings.ts';
import { useScrollListener } from './useScrollListener.ts';

/** What moves a crosshair. None of it renders. */
export interface Crosshair {
  /** The moment it stands at; undefined while it is hidden. */
  readonly timeMs: () => number | undefined;
  /** Moves it to the sample nearest to a point of the chart, in pixels. */
  readonly pointAt: (x: number, y: number) => void;
  /** Moves it to the sample nearest to a moment, with one series in focus, and returns what stands there. */
  readonly standAt: (timeMs: number, focusedKey?: string) => readonly Reading[];
  readonly hide: () => void;
}

/** The elements, as refs that React fills. */
export type CrosshairRefs = { readonly [name in keyof CrosshairElements]: RefObject<HTMLDivElement | null> };

interface Position {
  readonly timeMs: number;
  readonly focusedKey: string | undefined;
  /** The pointer in the chart, in pixels; left out: it stands there by the keyboard. */
  readonly pointer: { readonly x: number; readonly y: number } | undefined;
}

/**
 * Gives a chart a crosshair. When new data come it stays under the pointer, or at its moment if the keyboard put it there,
 * and shows what is new there.
 */
export function useCrosshair(model: PlotModel, refs: CrosshairRefs): Crosshair {
  const current = useRef<Position | undefined>(undefined);
  const latest = useRef(model);

  const show = useCallback(
    (position: Position): readonly Reading[] => {
      const elements = elementsOf(refs);
      const readings = readingsAt(latest.current.series, position.timeMs);
      if (elements !== undefined) {
        current.current = position;
        moveCrosshair(elements, { ...position, pointerY: position.pointer?.y, readings }, latest.current);
      }
      return readings;
    },
    [refs],
  );
  // The tooltip is in the top layer and does not scroll with its chart.
  const scroll = useScrollListener(() => current.current !== undefined && show(current.current));

  const hide = useCallback((): void => {
    current.current = undefined;
    scroll.stop();
    const elements = elementsOf(refs);
    if (elements !== undefined) {
      hideCrosshair(elements);
    }
  }, [refs, scroll]);

  const standAt = useCallback(
    (wantedMs: number, focusedKey?: string): readonly Reading[] => {
      const { series, range } = latest.current;
      const timeMs = nearestTime(series, wantedMs, range.startMs, range.endMs);
      if (timeMs === undefined) {
        hide();
        return [];
      }
      scroll.start();
      return show({ timeMs, focusedKey, pointer: undefined });
    },
    [hide, show, scroll],
  );

  const pointAt = useCallback(
    (x: number, y: number): void => {
      const { series, range, scales } = latest.current;
      const timeMs = nearestTime(series, scales.timeAt(x), range.startMs, range.endMs);
      if (timeMs === undefined) {
        hide();
      } else {
        scroll.start();
        show({ timeMs, focusedKey: nearestSeries(readingsAt(series, timeMs), y, scales.y), pointer: { x, y } });
      }
    },
    [hide, show, scroll],
  );

  useIsomorphicLayoutEffect(() => {
    latest.current = model;
    if (current.current === undefined) {
      return;
    }
    const { pointer, timeMs, focusedKey } = current.current;
    if (pointer === undefined) {
      standAt(timeMs, focusedKey);
    } else {
      pointAt(pointer.x, pointer.y);
    }
  }, [model, standAt, pointAt]);

  return useMemo(() => ({ timeMs: () => current.current?.timeMs, pointAt, standAt, hide }), [pointAt, standAt, hide]);
}

function nearestSeries(readings: readonly Reading[], y: number, scale: (value: number) => number): string | undefined {
  let nearest: Reading | undefined;
  let distance = 40;
  for (const reading of readings) {
    const away = Math.abs(scale(reading.value) - y);
    if (away < distance) {
      [nearest, distance] = [reading, away];
    }
  }
  return nearest?.series.key;
}

function elementsOf(refs: CrosshairRefs): CrosshairElements | undefined {
  const [chart, line, dots, tooltip] = [refs.chart.current, refs.line.current, refs.dots.current, refs.tooltip.current];
  return chart === null || line === null || dots === null || tooltip === null
    ? undefined
    : { chart, line, dots, tooltip };
}
