import { valueText } from './interaction/readingContent.ts';
import type { PlotModel } from './PlotModel.ts';
import type { Reading } from './readings.ts';

/** Returns what is said of a moment: its time, and the value of the series in focus. */
export function speakReadings(readings: readonly Reading[], focusedKey: string | undefined, model: PlotModel): string {
  const focused = readings.find(({ series }) => series.key === focusedKey);
  const timeMs = focused?.timeMs ?? readings[0]?.timeMs;
  if (timeMs === undefined) {
    return 'No value here.';
  }
  const name = model.series.find(({ key }) => key === focusedKey)?.name ?? '';
  const value = focused === undefined ? 'no value' : valueText(focused.value, focused.series, model.values);
  const others = model.series.length - 1;
  const place =
    others > 0 ? ` (series ${model.series.findIndex(({ key }) => key === focusedKey) + 1} of ${others + 1})` : '';
  return `${model.times.format(timeMs)}: ${name} ${value}${place}`;
}
