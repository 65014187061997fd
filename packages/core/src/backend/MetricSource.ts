import type { Labels, Matcher } from '@glasspane/promql/syntax';
import type { Frame } from '../frame/Frame.ts';
import type { MetricDescriptor } from '../metric/MetricDescriptor.ts';

/**
 * A query at one moment.
 *
 * @public
 */
export interface InstantRequest {
  readonly expr: string;
  /** Milliseconds since the epoch. */
  readonly timeMs: number;
  /** At most so many series; the source may cut the result there and says so in a notice. */
  readonly limit?: number | undefined;
}

/**
 * A query over a time range, evaluated at `startMs`, `startMs + stepMs`, … up to `endMs` inclusive.
 *
 * @public
 */
export interface RangeRequest {
  readonly expr: string;
  /** Milliseconds since the epoch. */
  readonly startMs: number;
  /** Milliseconds since the epoch, inclusive. */
  readonly endMs: number;
  /** Milliseconds, positive. */
  readonly stepMs: number;
  /**
   * Asks for one more column at exactly this moment, later than `endMs`: the present, which lies between two steps.
   * The {@link liveEdge} decorator answers it; a source never sees it, and one without that decorator may ignore it.
   */
  readonly edgeMs?: number | undefined;
  /** At most so many series; the source may cut the result there and says so in a notice. */
  readonly limit?: number | undefined;
}

/**
 * Something the backend says of a result: shown beside it, never instead of it.
 *
 * @public
 */
export interface Notice {
  readonly severity: 'info' | 'warning';
  readonly message: string;
}

/**
 * What a query gives.
 *
 * @public
 */
export interface QueryResult {
  readonly frame: Frame;
  readonly notices: readonly Notice[];
}

/**
 * Which series to look for: those that satisfy all matchers of at least one selector, with a sample in the time range.
 *
 * @public
 */
export interface LabelRequest {
  /** PromQL selectors such as `up{job="api"}`; none means all series. */
  readonly selectors?: readonly string[] | undefined;
  /** Milliseconds since the epoch. */
  readonly startMs?: number | undefined;
  /** Milliseconds since the epoch. */
  readonly endMs?: number | undefined;
  /** At most so many results. */
  readonly limit?: number | undefined;
}

/**
 * Which exemplars to look for.
 *
 * @public
 */
export interface ExemplarRequest {
  readonly expr: string;
  /** Milliseconds since the epoch. */
  readonly startMs: number;
  /** Milliseconds since the epoch, inclusive. */
  readonly endMs: number;
}

/**
 * One observation that stands for those that a series counts: a request with its trace.
 *
 * @public
 */
export interface Exemplar {
  /** What it is known by: `trace_id` … */
  readonly labels: Labels;
  readonly value: number;
  /** Milliseconds since the epoch. */
  readonly timeMs: number;
}

/**
 * The exemplars of one stored series.
 *
 * @public
 */
export interface ExemplarSeries {
  readonly labels: Labels;
  readonly exemplars: readonly Exemplar[];
}

/**
 * Metrics that can be queried. Every call rejects with a {@link GlasspaneError}, and with a {@link CancelledError} once
 * its signal is aborted.
 *
 * @public
 */
export interface MetricSource {
  /** The language of `expr`: `promql`, or the name of another one, whose text is then passed through as it is. */
  readonly language: string;
  queryInstant(request: InstantRequest, signal?: AbortSignal): Promise<QueryResult>;
  queryRange(request: RangeRequest, signal?: AbortSignal): Promise<QueryResult>;
  /** Returns the label sets of the series, sorted by nothing in particular. */
  series(request: LabelRequest, signal?: AbortSignal): Promise<readonly Labels[]>;
  /** Returns label names, sorted, each once. */
  labelNames(request: LabelRequest, signal?: AbortSignal): Promise<readonly string[]>;
  /** Returns the values of one label, sorted, each once. */
  labelValues(name: string, request: LabelRequest, signal?: AbortSignal): Promise<readonly string[]>;
  /** Returns what is known of the metrics themselves, sorted by name; of one metric where `metric` names it. */
  metadata(
    request: { readonly metric?: string | undefined; readonly limit?: number | undefined },
    signal?: AbortSignal,
  ): Promise<readonly MetricDescriptor[]>;
  /**
   * Returns the exemplars of the metrics that an expression reads, in a time range. Left out: the source has none.
   */
  queryExemplars?(request: ExemplarRequest, signal?: AbortSignal): Promise<readonly ExemplarSeries[]>;
  /**
   * Calls back, at most a few times a second, when a series that satisfies one of the selectors got new samples. A
   * source without it is asked again at the refresh interval instead.
   *
   * @returns a function that ends the subscription.
   */
  subscribe?(subscription: MetricSubscription): () => void;
}

/**
 * What a live subscriber wants to hear of.
 *
 * @public
 */
export interface MetricSubscription {
  readonly selectors: readonly (readonly Matcher[])[];
  /**
   * New samples are there; `timeMs` is the time of the newest of them, and `matched` the indexes of the selectors that
   * they satisfy. Left out: any of the selectors may be concerned.
   */
  onSamples(event: { readonly timeMs: number; readonly matched?: readonly number[] | undefined }): void;
  /** The channel was opened, lost (the source tries again by itself) or refused for good. */
  onState?(state: LiveState): void;
}

/**
 * The state of a live channel.
 *
 * @public
 */
export type LiveState = 'connecting' | 'open' | 'lost' | 'refused';
