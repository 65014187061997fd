import type { AbsoluteTimeRange } from '@glasspane/core';
import { rowsWithin } from '../../chart/rowsWithin.ts';
import { middleStep, type StateRow, type StateSpan } from '../states/StateRow.ts';
import type { StateSeries } from '../states/toStateSeries.ts';

/**
 * Returns the spans of a series: a state lasts until the next sample, and the last one for a step, or to the end of the
 * range where there is but one.
 */
export function timelineRow(series: StateSeries, range: AbsoluteTimeRange, isMerged: boolean): StateRow {
  const { times, states, values } = series;
  const [first, end] = rowsWithin(times, range.startMs, range.endMs);
  const lastMs = Math.min(range.endMs, (times[end - 1] ?? 0) + (middleStep(times) ?? Number.POSITIVE_INFINITY));
  const spans: StateSpan[] = [];
  for (let row = first; row < end; row += 1) {
    const startMs = times[row] ?? 0;
    const endMs = row + 1 < end ? (times[row + 1] ?? startMs) : lastMs;
    const state = states[row];
    const before = spans.at(-1);
    // Of several samples at one time the last counts.
    if (!(endMs > startMs)) continue;
    if (
      before !== undefined &&
      (isMerged || state === undefined) &&
      before.state === state &&
      before.endMs === startMs
    ) {
      spans[spans.length - 1] = { ...before, endMs };
    } else {
      spans.push({ state, startMs, endMs, value: state === undefined ? undefined : values[row] });
    }
  }
  return { series, spans };
}
