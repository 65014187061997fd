import type { LabelRequest, MetricDescriptor } from '@glasspane/core';
import type { Labels, SampleSource } from '@glasspane/promql';

/**
 * One sample on its way into the store.
 *
 * @public
 */
export interface StoredSample {
  /** The metric's name under `__name__`, and the other labels. No empty value. */
  readonly labels: Labels;
  /** Milliseconds since the epoch, an integer. */
  readonly timeMs: number;
  /** Ignored where the sample is a staleness marker. */
  readonly value: number;
  /** Marks the end of the series, as Prometheus's staleness marker does. */
  readonly isStale?: boolean | undefined;
}

/**
 * Samples that become durable together or not at all.
 *
 * @public
 */
export interface SampleBatch {
  readonly samples: readonly StoredSample[];
  /** What the batch says of its metrics. */
  readonly metadata?: readonly MetricDescriptor[] | undefined;
}

/**
 * Where the server keeps its samples. What `append` acknowledged survives `kill -9`.
 *
 * A sample at a time that its series already has replaces nothing: the first one stays. Samples may come out of order.
 *
 * @public
 */
export interface SampleStore extends SampleSource {
  /** Resolves once the whole batch is durable and visible to queries. */
  append(batch: SampleBatch): Promise<void>;
  series(request: LabelRequest): Promise<readonly Labels[]>;
  labelNames(request: LabelRequest): Promise<readonly string[]>;
  labelValues(name: string, request: LabelRequest): Promise<readonly string[]>;
  /** Returns what is known of the metrics, sorted by name. */
  metadata(): readonly MetricDescriptor[];
  /** Calls back after each durable batch; returns the undo. */
  onAppend(listener: (batch: SampleBatch) => void): () => void;
  /** Makes everything durable and lets go of the folder. */
  close(): Promise<void>;
}
