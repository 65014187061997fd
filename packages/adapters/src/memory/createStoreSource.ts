import type { LabelRequest, MetricSource } from '@glasspane/core';
import type { EvaluationOptions } from '@glasspane/promql';
import { parseSelector } from '@glasspane/promql/syntax';
import { answer, createQuerySource } from './createQuerySource.ts';
import type { SeriesFilter, SeriesStore } from './SeriesStore.ts';

/** Answers queries and questions for labels from a store; what is known of metrics stands elsewhere. */
export function createStoreSource(
  store: SeriesStore,
  options: EvaluationOptions,
): Omit<MetricSource, 'metadata' | 'subscribe'> {
  return {
    ...createQuerySource(store, options),
    series: (request, signal) => answer(signal, () => store.series(toFilter(request)).slice(0, request.limit)),
    labelNames: (request, signal) => answer(signal, () => store.labelNames(toFilter(request)).slice(0, request.limit)),
    labelValues: (name, request, signal) =>
      answer(signal, () => store.labelValues(name, toFilter(request)).slice(0, request.limit)),
  };
}

function toFilter({ selectors = [], startMs, endMs }: LabelRequest): SeriesFilter {
  return { selectors: selectors.map(parseSelector), startMs, endMs };
}
