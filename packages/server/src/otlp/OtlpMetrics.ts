import type { Attribute } from './readAttributes.ts';

/** What the points of all kinds have. */
export interface OtlpPoint {
  readonly attributes: readonly Attribute[];
  /** Milliseconds since the epoch; 0 where the sender did not say. */
  readonly timeMs: number;
  /** Says that the series has ended; the point's values mean nothing. */
  readonly hasNoValue: boolean;
}

/** A point of a gauge or a sum. */
export interface NumberPoint extends OtlpPoint {
  readonly value: number;
}

/** A point of a histogram with explicit bounds. */
export interface HistogramPoint extends OtlpPoint {
  readonly count: number;
  readonly sum: number | undefined;
  /** One more than bounds, or none at all; of each bucket alone. */
  readonly bucketCounts: readonly number[];
  readonly bounds: readonly number[];
}

/** A point of a summary. */
export interface SummaryPoint extends OtlpPoint {
  readonly count: number;
  readonly sum: number;
  readonly quantiles: readonly (readonly [quantile: number, value: number])[];
}

export type Temporality = 'cumulative' | 'delta' | 'unknown';

/** The points of a metric. */
export type OtlpData =
  | { readonly kind: 'gauge'; readonly points: readonly NumberPoint[] }
  | {
      readonly kind: 'sum';
      readonly points: readonly NumberPoint[];
      readonly isMonotonic: boolean;
      readonly temporality: Temporality;
    }
  | { readonly kind: 'histogram'; readonly points: readonly HistogramPoint[]; readonly temporality: Temporality }
  | { readonly kind: 'summary'; readonly points: readonly SummaryPoint[] }
  /** A kind that the store cannot keep: an exponential histogram, or one that is newer than this program. */
  | { readonly kind: 'other'; readonly points: readonly unknown[] };

/** A metric as it came. */
export interface OtlpMetric {
  readonly name: string;
  readonly description: string;
  /** In UCUM's notation. */
  readonly unit: string;
  readonly data: OtlpData;
}

/** The metrics of one resource, of all its scopes. */
export interface OtlpResourceMetrics {
  readonly resource: readonly Attribute[];
  readonly metrics: readonly OtlpMetric[];
}
