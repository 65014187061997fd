import { type RefObject, useCallback, useMemo, useRef } from 'react';
import { useIsomorphicLayoutEffect } from '../provider/useIsomorphicLayoutEffect.ts';
import { type CrosshairElements, hideCrosshair, moveCrosshair } from './CrosshairView.ts';
import type { PlotModel } from './PlotModel.ts';
import { nearestTime, type Reading, readingsAt } from './readings.ts';

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
  readonly pointerY: number | undefined;
}

/** Gives a chart a crosshair. It stays where it is when new data come, and shows what is new there. */
export function useCrosshair(model: PlotModel, refs: CrosshairRefs): Crosshair {
  const current = useRef<Position | undefined>(undefined);
  const latest = useRef(model);

  const show = useCallback(
    (position: Position): readonly Reading[] => {
      const elements = elementsOf(refs);
      const readings = readingsAt(latest.current.series, position.timeMs);
      if (elements !== undefined) {
        current.current = position;
        moveCrosshair(elements, { ...position, readings }, latest.current);
      }
      return readings;
    },
    [refs],
  );

  const hide = useCallback((): void => {
    current.current = undefined;
    const elements = elementsOf(refs);
    if (elements !== undefined) {
      hideCrosshair(elements);
    }
  }, [refs]);

  useIsomorphicLayoutEffect(() => {
    latest.current = model;
    const position = current.current;
    if (position === undefined) {
      return;
    }
    const timeMs = nearestTime(model.series, position.timeMs, model.range.startMs, model.range.endMs);
    if (timeMs === undefined) {
      hide();
    } else {
      show({ ...position, timeMs });
    }
  }, [model, hide, show]);

  return useMemo(
    () => ({
      timeMs: () => current.current?.timeMs,
      pointAt: (x, y) => {
        const { series, range, scales } = latest.current;
        const timeMs = nearestTime(series, scales.timeAt(x), range.startMs, range.endMs);
        if (timeMs === undefined) {
          hide();
        } else {
          const focusedKey = nearestSeries(readingsAt(series, timeMs), y, scales.y);
          show({ timeMs, focusedKey, pointerY: y });
        }
      },
      standAt: (timeMs, focusedKey) => {
        const { series, range } = latest.current;
        const nearest = nearestTime(series, timeMs, range.startMs, range.endMs);
        return nearest === undefined ? [] : show({ timeMs: nearest, focusedKey, pointerY: undefined });
      },
      hide,
    }),
    [hide, show],
  );
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
