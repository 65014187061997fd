import { SeriesStore } from '@glasspane/adapters/memory';
import type { MetricDescriptor } from '@glasspane/core';

/** A history as the adapter wants it: a store that PromQL can be evaluated over, and what is known of the metrics. */
export interface History {
  readonly store: SeriesStore;
  readonly metrics: readonly MetricDescriptor[];
}

/** A history as it stands in a JSON file. JSON has no NaN and no infinity, so that these values are texts. */
export interface HistoryFile {
  readonly metrics: readonly MetricDescriptor[];
  readonly series: readonly {
    readonly labels: Readonly<Record<string, string>>;
    readonly samples: readonly (readonly [timeMs: number, value: number | string])[];
  }[];
}

/** Makes a history of a JSON file. */
export function toHistory({ metrics, series }: HistoryFile): History {
  const store = new SeriesStore();
  for (const { labels, samples } of series) {
    const ref = store.refFor(labels);
    for (const [timeMs, value] of samples) store.appendTo(ref, timeMs, Number(value));
  }
  return { store, metrics: [...metrics].sort((a, b) => (a.name < b.name ? -1 : 1)) };
}
