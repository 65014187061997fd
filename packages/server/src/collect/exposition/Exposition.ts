import type { MetricDescriptor } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';

/** One sample as a target exposes it. */
export interface ExposedSample {
  /** The metric's name under `__name__`, and the other labels; a value may be empty, which says: no such label. */
  readonly labels: Labels;
  readonly value: number;
  /** Milliseconds since the epoch. Left out: the time of the scrape. */
  readonly timeMs?: number | undefined;
}

/** All that one scrape of a target gives. */
export interface Exposition {
  readonly samples: readonly ExposedSample[];
  /** What the target says of its metrics, one entry a metric. */
  readonly metadata: readonly MetricDescriptor[];
}

/** A metric with all its samples. */
export interface MetricFamily extends MetricDescriptor {
  /** Their names are the family's, with a suffix such as `_bucket` where the type has several. */
  readonly samples: readonly ExposedSample[];
}
