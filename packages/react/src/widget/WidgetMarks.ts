import type { Annotation, ExemplarSeries } from '@glasspane/core';

/**
 * The exemplars of one query.
 *
 * @public
 */
export interface QueryExemplars {
  readonly refId: string;
  readonly series: readonly ExemplarSeries[];
}

/**
 * What a widget shows beside what its queries give.
 *
 * @public
 */
export interface WidgetMarks {
  /** The present moment, in milliseconds since the epoch. */
  readonly nowMs?: number | undefined;
  /** By the time they begin at. */
  readonly annotations: readonly Annotation[];
  readonly exemplars: readonly QueryExemplars[];
  /** What could not be shown as it was asked for, for people. */
  readonly notes: readonly string[];
}
