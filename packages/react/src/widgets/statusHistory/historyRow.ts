import type { AbsoluteTimeRange } from '@glasspane/core';
import { rowsWithin } from '../../chart/rowsWithin.ts';
import type { State } from '../states/State.ts';
import { middleStep, type StateRow, type StateSpan } from '../states/StateRow.ts';
import type { StateSeries } from '../states/toStateSeries.ts';

/**
 * Returns the cells of a series: one for each step, which ends at its sample. Where there are more than `maxCells`, several
 * steps share a cell, and it is in the state that most of them are in, or of several such the last.
 */
export function historyRow(series: StateSeries, range: AbsoluteTimeRange, maxCells: number): StateRow {
  const { times, states, values } = series;
  const [first, end] = rowsWithin(times, range.startMs, range.endMs);
  const stepMs = middleStep(times) ?? range.endMs - range.startMs;
  const every = Math.max(1, Math.ceil((end - first) / Math.max(1, maxCells)));
  const spans: StateSpan[] = [];
  for (let row = first; row < end; row += every) {
    const last = Math.min(end, row + every) - 1;
    const endMs = times[last] ?? 0;
    const startMs = Math.max((times[row] ?? 0) - stepMs, spans.at(-1)?.endMs ?? Number.NEGATIVE_INFINITY);
    const chosen = every === 1 ? row : mostFrequent(states, row, last);
    // Of several samples at one time the last counts.
    if (!(endMs > startMs)) spans.pop();
    const state = states[chosen];
    const begin = endMs > startMs ? startMs : endMs - stepMs;
    spans.push({ state, startMs: begin, endMs, value: state === undefined ? undefined : values[chosen] });
  }
  return { series, spans };
}

function mostFrequent(states: readonly (State | undefined)[], first: number, last: number): number {
  const counts = new Map<State | undefined, number>();
  let best = first;
  for (let row = first; row <= last; row += 1) {
    counts.set(states[row], (counts.get(states[row]) ?? 0) + 1);
  }
  for (let row = first; row <= last; row += 1) {
    if ((counts.get(states[row]) ?? 0) >= (counts.get(states[best]) ?? 0)) best = row;
  }
  return best;
}
