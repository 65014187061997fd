import type { SampleSeries, SampleSource } from '../source/SampleSource.ts';
import type { VectorSelector } from '../syntax/ast.ts';
import type { Evaluation } from './Evaluation.ts';
import { PromqlEvaluationError } from './PromqlEvaluationError.ts';
import type { ReadWindow } from './planReads.ts';

/** Returns the index of the first time after the given one. */
export function firstAfter(times: Float64Array, timeMs: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? 0) <= timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Cuts a series to the window that was asked for: a source may give more. `undefined` when nothing is left. */
function cut(series: SampleSeries, window: ReadWindow): SampleSeries | undefined {
  const { labels, prepared, times, values, stale, startTimes } = series;
  const { length } = times;
  if (length === 0) return undefined;
  if ((times[0] as number) > window.startMs && (times[length - 1] as number) <= window.endMs) return series;
  const from = firstAfter(times, window.startMs);
  const to = firstAfter(times, window.endMs);
  if (from >= to) return undefined;
  return {
    labels,
    prepared,
    times: times.subarray(from, to),
    values: values.subarray(from, to),
    stale: stale?.subarray(from, to),
    startTimes: startTimes?.subarray(from, to),
  };
}

/**
 * Reads all that an evaluation needs, each selector once, those with equal matchers and windows together.
 *
 * @throws {@link PromqlEvaluationError} When there is more than the limits allow.
 */
export async function readSamples(
  windows: ReadonlyMap<VectorSelector, ReadWindow>,
  source: SampleSource,
  evaluation: Evaluation,
): Promise<void> {
  const { options } = evaluation;
  const requests = new Map<string, readonly SampleSeries[] | Promise<readonly SampleSeries[]>>();
  const keyOf = (selector: VectorSelector, { startMs, endMs }: ReadWindow): string =>
    JSON.stringify([startMs, endMs, selector.matchers.map(({ name, operator, value }) => [name, operator, value])]);

  for (const [selector, window] of windows) {
    const key = keyOf(selector, window);
    if (requests.has(key)) continue;
    requests.set(key, source.select({ matchers: selector.matchers, ...window }, options.signal));
  }
  await Promise.all(requests.values());
  evaluation.checkAlive();

  for (const [selector, window] of windows) {
    const found = (await requests.get(keyOf(selector, window))) ?? [];
    if (found.length > (options.maxSeries ?? Number.POSITIVE_INFINITY)) {
      const message = `query would read ${found.length} series with one selector, more than the ${options.maxSeries} allowed; narrow it down`;
      throw new PromqlEvaluationError('too_many_series', message);
    }
    const series: SampleSeries[] = [];
    for (const one of found) {
      const kept = cut(one, window);
      if (kept !== undefined) {
        evaluation.countSamples(kept.times.length);
        series.push(kept);
      }
      const pause = evaluation.tick(60);
      if (pause !== undefined) await pause;
    }
    evaluation.selected.set(selector, series);
  }
}
