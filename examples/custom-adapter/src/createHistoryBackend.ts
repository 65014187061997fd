import * as core from '@glasspane/core';
import { evaluateRange, PromqlEvaluationError } from '@glasspane/promql';
import { parseSelector } from '@glasspane/promql/syntax';
import type { History } from './History.ts';

/** Makes a backend of a history that is opened anew at each call. */
export function createHistoryBackend(id: string, open: (signal?: AbortSignal) => Promise<History>): core.Backend {
  const answer = async <T>(signal: AbortSignal | undefined, work: (history: History) => T | Promise<T>): Promise<T> => {
    try {
      const result = await work(await open(signal));
      if (!signal?.aborted) return result;
    } catch (thrown) {
      if (!signal?.aborted) throw toError(thrown);
    }
    throw new core.CancelledError(signal?.reason);
  };

  const queryRange: core.MetricSource['queryRange'] = ({ expr, limit, ...range }, signal) =>
    answer(signal, async ({ store }) => {
      const { times, series, annotations } = await evaluateRange(expr, range, store, { maxPoints: 11_000, signal });
      const shown = series.slice(0, limit);
      const fields = shown.map((one) => ({ kind: 'number' as const, name: one.labels.__name__ ?? expr, ...one }));
      const cut: core.Notice = { severity: 'warning', message: `Only ${shown.length} of ${series.length} series.` };
      return {
        frame: { length: times.length, fields: [{ kind: 'time', name: 'time', values: times }, ...fields] },
        notices: shown.length < series.length ? [...annotations, cut] : annotations,
      };
    });

  const toFilter = ({ selectors = [], ...range }: core.LabelRequest) => ({
    ...range,
    selectors: selectors.map(parseSelector),
  });

  return {
    id,
    metrics: {
      language: 'promql',
      queryRange,
      // One moment is a range of one step. This gives up strings, which are no ranges: the test lists it as a known gap.
      queryInstant: ({ timeMs, ...rest }, signal) =>
        queryRange({ ...rest, startMs: timeMs, endMs: timeMs, stepMs: 1 }, signal),
      series: (asked, signal) => answer(signal, ({ store }) => store.series(toFilter(asked)).slice(0, asked.limit)),
      labelNames: (asked, signal) =>
        answer(signal, ({ store }) => store.labelNames(toFilter(asked)).slice(0, asked.limit)),
      labelValues: (name, asked, signal) =>
        answer(signal, ({ store }) => store.labelValues(name, toFilter(asked)).slice(0, asked.limit)),
      metadata: ({ metric, limit }, signal) =>
        answer(signal, ({ metrics }) => metrics.filter(({ name }) => name === (metric ?? name)).slice(0, limit)),
    },
  };
}

function toError(thrown: unknown): core.GlasspaneError {
  if (!(thrown instanceof PromqlEvaluationError)) return core.toGlasspaneError(thrown);
  const code = thrown.kind === 'execution' || thrown.kind === 'too_deep' ? 'bad_query' : thrown.kind;
  return new core.GlasspaneError(code, thrown.message);
}
