import { setImmediate as nextTurn } from 'node:timers/promises';
import { createQuerySource } from '@glasspane/adapters/memory';
import type { MetricSource } from '@glasspane/core';
import type { SampleStore } from '../store/SampleStore.ts';

const LIMITS = { maxPoints: 11_000, maxSamples: 50_000_000 };

/** Returns the server's own samples as a source of metrics, for what runs in this process. */
export function createStoreMetrics(store: SampleStore): MetricSource {
  return {
    ...createQuerySource(store, { ...LIMITS, yieldControl: () => nextTurn() }),
    series: (request) => store.series(request),
    labelNames: (request) => store.labelNames(request),
    labelValues: (name, request) => store.labelValues(name, request),
    metadata: async ({ metric, limit }) =>
      store
        .metadata()
        .filter(({ name }) => metric === undefined || name === metric)
        .slice(0, limit),
  };
}
