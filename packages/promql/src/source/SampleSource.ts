import type { PreparedLabels } from '../evaluate/prepareLabels.ts';
import type { Labels } from '../syntax/labels.ts';
import type { Matcher } from '../syntax/Matcher.ts';

/**
 * The samples of one series, in columns.
 *
 * The arrays are views that may share memory with the store: who reads them does not write to them.
 *
 * Columns are added to this, not changed: samples that are no numbers, such as native histograms, would be one more that
 * may be left out, as staleness markers and start times are, so that a source without them stays valid as it is.
 *
 * @public
 */
export interface SampleSeries {
  readonly labels: Labels;
  /** The same labels as {@link prepareLabels} gave them, if the source keeps that: it spares every query some work. */
  readonly prepared?: PreparedLabels | undefined;
  /** Times in milliseconds since the epoch, strictly increasing. */
  readonly times: Float64Array;
  /** One value for each time; `NaN` is a value. Ignored where {@link stale} says so. */
  readonly values: Float64Array;
  /** 1 where the sample is a staleness marker; left out where the series has none. */
  readonly stale?: Uint8Array | undefined;
  /**
   * For each sample of a counter when the counting began, in milliseconds since the epoch, 0 where that is not known;
   * left out where no sample says. `rate` and its like then see resets that the values do not show.
   */
  readonly startTimes?: Float64Array | undefined;
}

/**
 * What the evaluator asks a source for: the series that satisfy all matchers, and their samples with
 * `startMs < time <= endMs`.
 *
 * @public
 */
export interface SeriesRequest {
  readonly matchers: readonly Matcher[];
  /** Milliseconds since the epoch, exclusive. */
  readonly startMs: number;
  /** Milliseconds since the epoch, inclusive. */
  readonly endMs: number;
}

/**
 * Where the evaluator reads from. A store that answers at once returns the array itself, another one a promise.
 *
 * @public
 */
export interface SampleSource {
  /**
   * Returns the matching series that have at least one sample (or staleness marker) in the window, in any order, each
   * label set once. More samples than asked for are allowed.
   */
  select(request: SeriesRequest, signal?: AbortSignal): readonly SampleSeries[] | Promise<readonly SampleSeries[]>;
}
