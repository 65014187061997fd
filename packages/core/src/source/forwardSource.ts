import type { MetricSource } from '../backend/MetricSource.ts';

/**
 * Returns a source that passes every call on to another one, except for the methods given. It has `subscribe` and
 * `queryExemplars` only if the other one has them.
 *
 * Calls are passed on one by one, because a source may be an instance of a class whose methods need their `this`.
 *
 * @public
 */
export function forwardSource(source: MetricSource, methods: Partial<MetricSource>): MetricSource {
  const { subscribe, queryExemplars } = source;
  return {
    ...(subscribe && { subscribe: (subscription) => subscribe.call(source, subscription) }),
    ...(queryExemplars && { queryExemplars: (request, signal) => queryExemplars.call(source, request, signal) }),
    language: source.language,
    queryInstant: (request, signal) => source.queryInstant(request, signal),
    queryRange: (request, signal) => source.queryRange(request, signal),
    series: (request, signal) => source.series(request, signal),
    labelNames: (request, signal) => source.labelNames(request, signal),
    labelValues: (name, request, signal) => source.labelValues(name, request, signal),
    metadata: (request, signal) => source.metadata(request, signal),
    ...methods,
  };
}

/**
 * Returns a source whose asking methods all go through one function; `subscribe` does not.
 *
 * @param around - Is handed the call and its signal, and decides when, and how often, to make the call.
 */
export function wrapCalls(
  source: MetricSource,
  around: <TResult>(call: () => Promise<TResult>, signal: AbortSignal | undefined) => Promise<TResult>,
): MetricSource {
  const { queryExemplars } = source;
  return forwardSource(source, {
    ...(queryExemplars && {
      queryExemplars: (request, signal) => around(() => queryExemplars.call(source, request, signal), signal),
    }),
    queryInstant: (request, signal) => around(() => source.queryInstant(request, signal), signal),
    queryRange: (request, signal) => around(() => source.queryRange(request, signal), signal),
    series: (request, signal) => around(() => source.series(request, signal), signal),
    labelNames: (request, signal) => around(() => source.labelNames(request, signal), signal),
    labelValues: (name, request, signal) => around(() => source.labelValues(name, request, signal), signal),
    metadata: (request, signal) => around(() => source.metadata(request, signal), signal),
  });
}
