import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { drawBrush } from './brushedRange.ts';
import type { PlotAnswers } from './interaction/PlotAnswers.ts';
import type { UsePinnedMomentResult } from './interaction/usePinnedMoment.ts';
import type { PlotCrosshair } from './PlotCrosshair.ts';
import type { PlotModel } from './PlotModel.ts';
import { nearestRow, rowsWithin } from './rowsWithin.ts';
import { speakReadings } from './speakReadings.ts';

const PAGE = 10;

/** What the keys work on. */
export interface UsePlotKeyboardOptions {
  readonly model: PlotModel;
  readonly crosshair: PlotCrosshair;
  readonly brush: RefObject<HTMLElement | null>;
  /** Where the values are spoken. */
  readonly live: RefObject<HTMLElement | null>;
  readonly answers: PlotAnswers;
  readonly pin: UsePinnedMomentResult;
}

/** The keyboard handlers of a plot. */
export interface PlotKeyboardHandlers {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
}

/**
 * Left and right, Home, End and the page keys move the crosshair from sample to sample; up and down choose a series;
 * with Shift a time range is selected, which Enter takes; Enter alone pins the values, Backspace goes back to the time range
 * before, and Escape ends all of it. Each move is spoken.
 */
export function usePlotKeyboard(options: UsePlotKeyboardOptions): PlotKeyboardHandlers {
  const { model, crosshair, brush, live, pin } = options;
  const { onTimeRangeSelect, onZoomBack } = options.answers;
  const focusedIndex = useRef(0);
  const anchorMs = useRef<number | undefined>(undefined);

  const say = (text: string): void => {
    if (live.current !== null) {
      live.current.textContent = text;
    }
  };
  const drawSelection = (): void => {
    const [anchor, now] = [anchorMs.current, crosshair.moment?.timeMs];
    if (brush.current !== null) {
      const from = anchor === undefined || now === undefined ? undefined : model.scales.x(anchor);
      drawBrush(brush.current, from, model.scales.x(now ?? 0), model);
    }
  };
  const stand = (timeMs: number): void => {
    const focused = model.series[focusedIndex.current];
    say(speakReadings(crosshair.standAt(timeMs, focused?.key), focused?.key, model));
    drawSelection();
  };
  const leave = (): void => {
    anchorMs.current = undefined;
    drawSelection();
    crosshair.hide();
    say('');
  };
  const select = (): void => {
    const [anchor, now] = [anchorMs.current, crosshair.moment?.timeMs];
    if (anchor !== undefined && now !== undefined && anchor !== now) {
      const range = { startMs: Math.min(anchor, now), endMs: Math.max(anchor, now) };
      leave();
      say(`Time range ${model.times.format(range.startMs)} to ${model.times.format(range.endMs)}.`);
      onTimeRangeSelect?.(range);
    }
  };
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const from = crosshair.moment?.timeMs;
    const timeMs = movedTime(model, from, event.key);
    if (timeMs === undefined) {
      return;
    }
    if (!event.shiftKey) {
      anchorMs.current = undefined;
    } else if (onTimeRangeSelect !== undefined) {
      anchorMs.current ??= from ?? timeMs;
    }
    stand(timeMs);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const isTaken = event.key === 'Enter' && crosshair.moment !== undefined;
    if (!isTaken && (event.altKey || event.ctrlKey || event.metaKey)) {
      return;
    }
    // Without a crosshair or a selection these keys are the host's: they close its dialogs and send its forms.
    if (event.key === 'Escape' && crosshair.moment?.timeMs !== undefined) {
      leave();
    } else if (isTaken && anchorMs.current !== undefined) {
      select();
    } else if (isTaken) {
      pin.take(event, model.rect.top + model.rect.height / 2);
    } else if (event.key === 'Backspace' && onZoomBack !== undefined) {
      onZoomBack();
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const count = Math.max(1, model.series.length);
      focusedIndex.current = (focusedIndex.current + (event.key === 'ArrowDown' ? 1 : count - 1)) % count;
      stand(crosshair.moment?.timeMs ?? model.range.endMs);
    } else if (MOVES.has(event.key)) {
      move(event);
    } else {
      return;
    }
    event.preventDefault();
  };
  return { onKeyDown, onBlur: leave };
}

const MOVES: ReadonlyMap<string, number> = new Map([
  ['ArrowLeft', -1],
  ['ArrowRight', 1],
  ['PageUp', -PAGE],
  ['PageDown', PAGE],
  ['Home', Number.NEGATIVE_INFINITY],
  ['End', Number.POSITIVE_INFINITY],
]);

// Moves along the series that has the most samples; without a crosshair it begins at the newest.
function movedTime({ series, range }: PlotModel, fromMs: number | undefined, key: string): number | undefined {
  const times = series.reduce<Float64Array | undefined>(
    (longest, one) => (longest === undefined || one.times.length > longest.length ? one.times : longest),
    undefined,
  );
  if (times === undefined) {
    return undefined;
  }
  const [first, end] = rowsWithin(times, range.startMs, range.endMs);
  const isFirstMove = fromMs === undefined && (key === 'ArrowLeft' || key === 'ArrowRight');
  const row = fromMs === undefined ? end - 1 : nearestRow(times, fromMs);
  const moved = isFirstMove ? row : row + (MOVES.get(key) ?? 0);
  return times[Math.min(end - 1, Math.max(first, moved))];
}
