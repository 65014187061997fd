import {
  type AlertSource,
  type AnnotationSource,
  type Backend,
  type Clock,
  type DashboardStore,
  type MetricDescriptor,
  type MetricSink,
  parseMetricDescriptor,
  type RuleSource,
  type SilenceStore,
} from '@glasspane/core';
import type { EvaluationLimits } from '@glasspane/promql';
import { randomId } from '../internal/randomId.ts';
import { systemClock } from '../internal/systemClock.ts';
import { createMemoryAnnotations } from './createMemoryAnnotations.ts';
import { createMemoryDashboards } from './createMemoryDashboards.ts';
import { createMemorySilences } from './createMemorySilences.ts';
import { answer } from './createQuerySource.ts';
import { createStoreSource } from './createStoreSource.ts';
import { LogStore } from './LogStore.ts';
import { MemoryRules } from './MemoryRules.ts';
import { SampleBroadcast } from './SampleBroadcast.ts';
import { SeriesStore } from './SeriesStore.ts';
import { validateSamples } from './validateSamples.ts';

/**
 * Options of {@link createMemoryBackend}.
 *
 * @public
 */
export interface MemoryBackendOptions {
  /** Tells this backend from others in caches. @defaultValue one that no other instance has */
  readonly id?: string | undefined;
  /** The store to work on, for samples that are there already. @defaultValue a new one */
  readonly store?: SeriesStore | undefined;
  /** The log lines to work on, for those that are there already. @defaultValue a new store */
  readonly logs?: LogStore | undefined;
  /** How far back a query looks for the newest sample of a series, in milliseconds. @defaultValue 300000 */
  readonly lookbackMs?: number | undefined;
  /** What one query may use. @defaultValue 11,000 steps and 50 million samples, as in Prometheus */
  readonly limits?: EvaluationLimits | undefined;
  /** The timers of subscriptions. @defaultValue the platform's */
  readonly clock?: Clock | undefined;
}

/**
 * A backend whose samples are in this process.
 *
 * @public
 */
export interface MemoryBackend extends Backend {
  readonly alerts: AlertSource;
  readonly annotations: Required<AnnotationSource>;
  readonly dashboards: DashboardStore;
  readonly rules: RuleSource;
  readonly silences: SilenceStore;
  readonly sink: MetricSink;
  /** The log lines; add more with `append`. */
  readonly logs: LogStore;
  /** The samples. What is written to it directly is seen by queries, and not announced to subscribers. */
  readonly store: SeriesStore;
}

const DEFAULT_LIMITS: EvaluationLimits = { maxPoints: 11_000, maxSamples: 50_000_000 };

/**
 * Makes a backend whose samples are in this process, with PromQL over them. Nothing is stored beyond the process, and
 * nothing is forgotten until `store.dropBefore` is called.
 *
 * Subscribers hear of what comes through the sink, at most four times a second. Alert rules are evaluated when they or
 * their alerts are listed: an alert fires once they were listed after its time. Nobody is told of it; incidents, exports
 * and reports need a server. Timers only run while somebody has something to hear, so there is nothing to close.
 *
 * @example
 * ```ts
 * const backend = createMemoryBackend();
 * await backend.sink.record([{ labels: { __name__: 'queue_length' }, timeMs: Date.now(), value: 3 }]);
 * const { frame } = await backend.metrics.queryInstant({ expr: 'queue_length', timeMs: Date.now() });
 * ```
 *
 * @public
 */
export function createMemoryBackend(options: MemoryBackendOptions = {}): MemoryBackend {
  const { store = new SeriesStore(), logs = new LogStore(), clock = systemClock, lookbackMs, limits } = options;
  const descriptors = new Map<string, MetricDescriptor>();
  const broadcast = new SampleBroadcast(clock);
  const yieldControl = (): Promise<void> =>
    new Promise((resolve) => {
      clock.setTimeout(resolve, 0);
    });
  const evaluation = { ...DEFAULT_LIMITS, ...limits, lookbackMs, yieldControl };
  const silences = createMemorySilences(clock);
  const rules = new MemoryRules({ store, evaluation, clock, silencedBy: silences.matching });

  const sink: MetricSink = {
    define: (metric, signal) =>
      answer(signal, () => {
        descriptors.set(metric.name, Object.freeze(parseMetricDescriptor(metric)));
      }),
    record: (samples, signal) =>
      answer(signal, () => {
        validateSamples(samples, (name) => descriptors.get(name));
        store.append(samples);
        broadcast.announce(samples);
      }),
  };

  return {
    id: options.id ?? randomId('memory'),
    store,
    sink,
    logs,
    annotations: createMemoryAnnotations(),
    dashboards: createMemoryDashboards(clock),
    rules: rules.source,
    alerts: rules.alerts,
    silences,
    metrics: {
      ...createStoreSource(store, evaluation),
      metadata: ({ metric, limit }, signal) =>
        answer(signal, () =>
          [...descriptors.values()]
            .filter(({ name }) => metric === undefined || name === metric)
            .sort((a, b) => (a.name < b.name ? -1 : 1))
            .slice(0, limit),
        ),
      subscribe: (subscription) => broadcast.subscribe(subscription),
    },
  };
}
