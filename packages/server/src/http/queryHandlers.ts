import { setMaxListeners } from 'node:events';
import type { Clock } from '@glasspane/core';
import {
  type Annotation,
  type CheckedQuery,
  compileMatchers,
  type EvaluationOptions,
  evaluateInstant,
  evaluateRange,
  type InstantResult,
  type RangeResult,
} from '@glasspane/promql';
import { formatExpr, parseExpr, selectorsIn, typeOf } from '@glasspane/promql/syntax';
import type { SampleStore } from '../store/SampleStore.ts';
import { messageOf } from '../store/storeErrors.ts';
import { ApiError, invalidParameter } from './ApiError.ts';
import { type ApiHandler, type ApiResult, TRUNCATED } from './ApiHandler.ts';
import { encodeInstant, encodeRange } from './encode/encodeResult.ts';
import type { JsonEncoder } from './encode/JsonEncoder.ts';
import type { EveryQueryLimit } from './QueryLimits.ts';
import type { RequestForm } from './RequestForm.ts';
import { shortenRemarks } from './shortenRemarks.ts';
import type { Turns } from './Turns.ts';

/** The handlers that answer PromQL. */
export interface QueryHandlers {
  readonly query: ApiHandler;
  readonly queryRange: ApiHandler;
  readonly queryExemplars: ApiHandler;
  readonly formatQuery: ApiHandler;
}

/** What the handlers stand on. */
export interface QueryHandlersOptions {
  readonly store: SampleStore;
  readonly clock: Clock;
  readonly limits: Pick<EveryQueryLimit, 'maxSamples' | 'timeoutMs'>;
  readonly turns: Pick<Turns, 'next'>;
}

// As in Loki. Longer ones would keep the event loop while they are parsed.
const MAX_QUERY_LENGTH = 131_072;
// As in Prometheus.
const MAX_STEPS = 11_000;

/** Makes the handlers of `/query`, `/query_range`, `/query_exemplars` and `/format_query`. */
export function createQueryHandlers({ store, clock, limits, turns }: QueryHandlersOptions): QueryHandlers {
  return {
    async query({ form, signal, waitedMs = 0 }) {
      const limit = form.limit();
      const timeMs = form.optionalTime('time') ?? clock.now();
      const timeoutMs = readTimeout(form, limits.timeoutMs) - waitedMs;
      const options = readOptions(form, { maxSamples: limits.maxSamples, yieldControl: turns.next });
      const query = parseQuery(form.get('query'));
      const result = await withDeadline(signal, { timeoutMs, clock }, (bounded) =>
        evaluateInstant(query, timeMs, store, { ...options, signal: bounded }),
      );
      return toResult(encodeInstant(result, limit), result, limit);
    },

    async queryRange({ form, signal, waitedMs = 0 }) {
      const limit = form.limit();
      const range = readRange(form);
      const timeoutMs = readTimeout(form, limits.timeoutMs) - waitedMs;
      const options = readOptions(form, { maxSamples: limits.maxSamples, yieldControl: turns.next });
      const query = parseQuery(form.get('query'));
      const type = typeOf(query.expr);
      if (type === 'matrix' || type === 'string') {
        const found = type === 'matrix' ? 'range vector' : type;
        throw invalidParameter(
          'query',
          `invalid expression type "${found}" for range query, must be Scalar or instant Vector`,
        );
      }
      const result = await withDeadline(signal, { timeoutMs, clock }, (bounded) =>
        evaluateRange(query, range, store, { ...options, signal: bounded }),
      );
      return toResult(encodeRange(result, limit), result, limit);
    },

    queryExemplars({ form }) {
      const startMs = form.optionalTime('start') ?? Number.NEGATIVE_INFINITY;
      const endMs = form.optionalTime('end') ?? Number.POSITIVE_INFINITY;
      if (endMs < startMs) throw new ApiError('bad_data', 'end timestamp must not be before start timestamp');
      try {
        checked(form.get('query'));
      } catch (error) {
        throw new ApiError('bad_data', messageOf(error));
      }
      return { json: '[]' };
    },

    formatQuery: ({ form }) => ({ json: JSON.stringify(formatExpr(parseQuery(form.get('query')).expr)) }),
  };
}

function readRange(form: RequestForm): { readonly startMs: number; readonly endMs: number; readonly stepMs: number } {
  const startMs = form.time('start');
  const endMs = form.time('end');
  if (endMs < startMs) throw invalidParameter('end', 'end timestamp must not be before start time');
  const stepMs = form.duration('step');
  if (stepMs <= 0) {
    const reason = 'zero or negative query resolution step widths are not accepted. Try a positive integer';
    throw invalidParameter('step', reason);
  }
  if (Math.trunc((endMs - startMs) / stepMs) > MAX_STEPS) {
    const reason =
      'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)';
    throw new ApiError('bad_data', reason);
  }
  // Evaluation goes by whole milliseconds.
  return { startMs, endMs, stepMs: Math.max(1, Math.trunc(stepMs)) };
}

function readTimeout(form: RequestForm, maxMs: number): number {
  return form.get('timeout') === '' ? maxMs : Math.min(form.duration('timeout'), maxMs);
}

function readOptions(form: RequestForm, options: EvaluationOptions): EvaluationOptions {
  if (form.get('lookback_delta') === '') return options;
  try {
    const lookbackMs = form.duration('lookback_delta');
    return lookbackMs > 0 ? { ...options, lookbackMs } : options;
  } catch (error) {
    const reason = messageOf(error).replace(/^invalid parameter "lookback_delta": /, '');
    throw new ApiError('bad_data', `error parsing lookback delta duration: ${reason}`);
  }
}

function parseQuery(text: string): CheckedQuery {
  try {
    return checked(text);
  } catch (error) {
    throw invalidParameter('query', messageOf(error));
  }
}

function checked(text: string): CheckedQuery {
  if (text.length > MAX_QUERY_LENGTH) {
    throw new Error(
      `the query is ${text.length} characters long, more than the ${MAX_QUERY_LENGTH} that are read; shorten it`,
    );
  }
  const expr = parseExpr(text);
  // A regular expression that is none is a fault of the query too.
  for (const { matchers } of selectorsIn(expr)) compileMatchers(matchers);
  return { expr, text };
}

/** Evaluates until the client is gone or the time is up, whichever comes first; reads from disk end then too. */
async function withDeadline<TResult>(
  client: AbortSignal,
  { timeoutMs, clock }: { readonly timeoutMs: number; readonly clock: Clock },
  evaluate: (signal: AbortSignal) => Promise<TResult>,
): Promise<TResult> {
  const ending = new AbortController();
  // Each selector that is read from disk listens; Node would take more than ten for a leak.
  setMaxListeners(0, ending.signal);
  let isLate = false;
  const leave = (): void => ending.abort();
  const expire = (): void => {
    isLate = true;
    ending.abort();
  };
  client.addEventListener('abort', leave);
  if (client.aborted) leave();
  // No timer tells less.
  if (timeoutMs < 1) expire();
  const cancel = clock.setTimeout(expire, timeoutMs);
  try {
    return await evaluate(ending.signal);
  } catch (error) {
    if (isLate && !client.aborted) throw new ApiError('timeout', 'query timed out in expression evaluation');
    throw error;
  } finally {
    cancel();
    client.removeEventListener('abort', leave);
  }
}

function toResult(json: JsonEncoder, result: InstantResult | RangeResult, limit = Number.POSITIVE_INFINITY): ApiResult {
  const messages = (severity: Annotation['severity']): readonly string[] => {
    const found = result.annotations.filter((annotation) => annotation.severity === severity);
    return shortenRemarks(
      found.map(({ message }) => message),
      severity,
    );
  };
  const warnings = messages('warning');
  const isTruncated = countOf(result) > limit;
  return { json, warnings: isTruncated ? [...warnings, TRUNCATED] : warnings, infos: messages('info') };
}

/** Returns how many series, or samples, a limit applies to. */
function countOf(result: InstantResult | RangeResult): number {
  if ('series' in result) return result.series.length;
  return result.type === 'vector' ? result.samples.length : 0;
}
