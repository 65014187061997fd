import { constants, PerformanceObserver } from 'node:perf_hooks';
import type { MetricFamily } from '../exposition/Exposition.ts';
import { Histogram } from '../registry/Histogram.ts';

const KINDS: ReadonlyMap<unknown, string> = new Map([
  [constants.NODE_PERFORMANCE_GC_MINOR, 'minor'],
  [constants.NODE_PERFORMANCE_GC_MAJOR, 'major'],
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL, 'incremental'],
  [constants.NODE_PERFORMANCE_GC_WEAKCB, 'weakcb'],
]);

/** Measures how long garbage collections take. */
export class GcDurations {
  readonly #histogram = new Histogram<'kind'>({
    name: 'nodejs_gc_duration_seconds',
    help: 'How long garbage collections took, by kind: minor, major, incremental or weakcb.',
    labelNames: ['kind'],
    buckets: [0.001, 0.01, 0.1, 1, 2, 5],
  });
  readonly #observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const detail: unknown = 'detail' in entry ? entry.detail : undefined;
      const kind = isGcDetail(detail) ? KINDS.get(detail.kind) : undefined;
      this.#histogram.observe({ kind: kind ?? 'other' }, entry.duration / 1000);
    }
  });

  constructor() {
    this.#observer.observe({ entryTypes: ['gc'] });
  }

  collect(): MetricFamily {
    return this.#histogram.collect();
  }

  stop(): void {
    this.#observer.disconnect();
  }
}

function isGcDetail(detail: unknown): detail is { kind: unknown } {
  return typeof detail === 'object' && detail !== null && 'kind' in detail;
}
