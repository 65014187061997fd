import {
  CancelledError,
  type InstantRequest,
  type MetricSource,
  type QueryResult,
  type RangeRequest,
} from '@glasspane/core';
import {
  type EvaluationOptions,
  evaluateInstant,
  evaluateRange,
  type InstantResult,
  type SampleSource,
} from '@glasspane/promql';
import { alignSeries } from '../internal/alignSeries.ts';
import { checkRange } from '../internal/checkRange.ts';
import { toQueryResult } from '../internal/seriesFrame.ts';
import { toMemoryError } from './toMemoryError.ts';

/**
 * Returns the querying half of a {@link MetricSource}: PromQL, evaluated in this process over samples from anywhere.
 *
 * @public
 */
export function createQuerySource(
  source: SampleSource,
  options: EvaluationOptions = {},
): Pick<MetricSource, 'language' | 'queryInstant' | 'queryRange'> {
  return {
    language: 'promql',
    queryInstant: (request, signal) =>
      answer(signal, async () => {
        const result = await evaluateInstant(request.expr, request.timeMs, source, { ...options, signal });
        return instantResult(result, request);
      }),
    queryRange: (request, signal) => answer(signal, () => rangeResult(request, source, { ...options, signal })),
  };
}

/** Gives an answer as every call of the contract does: later, with its kind of errors, and not to who gave up. */
export async function answer<TResult>(
  signal: AbortSignal | undefined,
  run: () => TResult | Promise<TResult>,
): Promise<TResult> {
  const checkSignal = (): void => {
    if (signal?.aborted === true) throw new CancelledError(signal.reason);
  };
  checkSignal();
  try {
    const result = await run();
    checkSignal();
    return result;
  } catch (thrown) {
    throw toMemoryError(thrown);
  }
}

async function rangeResult(
  request: RangeRequest,
  source: SampleSource,
  options: EvaluationOptions,
): Promise<QueryResult> {
  checkRange(request);
  const { times, series, annotations } = await evaluateRange(request.expr, request, source, options);
  return toQueryResult({ expr: request.expr, times, series, limit: request.limit, notices: annotations });
}

function instantResult(result: InstantResult, { expr, timeMs, limit }: InstantRequest): QueryResult {
  const shared = { expr, times: Float64Array.of(timeMs), limit, notices: result.annotations };
  switch (result.type) {
    case 'scalar':
      return toQueryResult({ ...shared, series: [{ labels: {}, values: Float64Array.of(result.value) }] });
    case 'vector': {
      const series = result.samples.map(({ labels, value }) => ({ labels, values: Float64Array.of(value) }));
      return toQueryResult({ ...shared, series });
    }
    case 'matrix':
      return toQueryResult({ ...shared, ...alignSeries(result.series) });
    case 'string':
      return {
        frame: { length: 1, fields: [{ kind: 'string', name: expr, values: [result.value] }] },
        notices: result.annotations,
      };
  }
}
