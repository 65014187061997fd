import { displayValue, type ValueFormatter } from '@glasspane/core';
import type { PlotModel } from '../PlotModel.ts';
import type { Reading } from '../readings.ts';
import { type PinnedContent, sortedBy, type TooltipLink } from './PinnedContent.ts';
import type { TooltipContent } from './TooltipContent.ts';
import type { TooltipSettings } from './TooltipOptions.ts';

const MAX_ROWS = 14;

/** The moment that a tooltip is about. */
export interface ReadingMoment {
  readonly timeMs: number;
  /** In the order of the series. */
  readonly readings: readonly Reading[];
  /** The series nearest to the pointer, or chosen by the keyboard. */
  readonly focusedKey: string | undefined;
}

/** Returns what a tooltip says of a moment while it moves: as many lines as can be read at a glance. */
export function readingContent(
  { timeMs, readings, focusedKey }: ReadingMoment,
  model: PlotModel,
  { mode, sort }: TooltipSettings,
): TooltipContent {
  const wanted = mode === 'single' ? readings.filter(({ series }) => series.key === focusedKey) : readings;
  const sorted = sortedBy(wanted, sort, KEYS);
  const shown = atAGlance(sorted, focusedKey);
  const left = sorted.length - shown.length;
  return {
    title: model.times.format(timeMs),
    rows: shown.map(({ series, value }) => ({
      key: series.key,
      name: series.name,
      value: valueText(value, series, model.values),
      color: series.color,
      isFocused: series.key === focusedKey,
    })),
    note: sorted.length === 0 ? 'No value' : left > 0 ? `and ${left.toLocaleString()} more: click to see all` : '',
  };
}

/** Returns what a tooltip says of a moment when it stays: everything, in the order of the series. */
export function pinnedReadings(
  { timeMs, readings, focusedKey }: ReadingMoment,
  model: PlotModel,
  linksOf: (reading: Reading) => readonly TooltipLink[],
): PinnedContent {
  return {
    title: model.times.format(timeMs),
    rows: readings.map((reading) => ({
      key: reading.series.key,
      name: reading.series.name,
      value: valueText(reading.value, reading.series, model.values),
      color: reading.series.color,
      isFocused: reading.series.key === focusedKey && readings.length > 1,
      order: reading.value,
      links: linksOf(reading),
    })),
    note: readings.length === 0 ? 'No value' : undefined,
  };
}

/** Returns the text of a value as its series shows it. */
export function valueText(
  value: number,
  { options }: Pick<Reading['series'], 'options'>,
  values: ValueFormatter,
): string {
  return displayValue(value, options, values).text;
}

const KEYS = {
  nameOf: ({ series }: Reading) => series.name,
  orderOf: ({ value }: Reading) => value,
};

// The first ones, and the focused one even where it is not among them.
function atAGlance(readings: readonly Reading[], focusedKey: string | undefined): readonly Reading[] {
  if (readings.length <= MAX_ROWS) return readings;
  const top = readings.slice(0, MAX_ROWS);
  const focused = readings.find(({ series }) => series.key === focusedKey);
  return focused === undefined || top.includes(focused) ? top : [...top.slice(0, -1), focused];
}
