import type { Backend, LogEntry, MetricDescriptor } from '@glasspane/core';
import type { Labels, Matcher } from '@glasspane/promql/syntax';

/**
 * A series that the kit wants the backend to hold.
 *
 * @public
 */
export interface TestSeries {
  /** The metric's name under `__name__`, and the other labels. */
  readonly labels: Labels;
  /** In order of time; times in milliseconds since the epoch. */
  readonly samples: readonly (readonly [timeMs: number, value: number])[];
}

/**
 * One backend, made for the kit.
 *
 * @public
 */
export interface AdapterInstance {
  readonly backend: Backend;
  /**
   * Puts series into what stands behind the backend. Resolves when queries see them. Called once with the kit's data, and
   * again with newer samples of some of these series.
   */
  load(series: readonly TestSeries[], metadata: readonly MetricDescriptor[]): Promise<void>;
  /**
   * Puts log lines into what stands behind the backend. Resolves when queries see them. Left out: logs are not examined.
   */
  readonly loadLogs?: ((entries: readonly LogEntry[]) => Promise<void>) | undefined;
  /** Ends everything that was started. */
  close(): Promise<void>;
}

/**
 * How the backend's own language says what the kit asks; left out where it is PromQL.
 *
 * @public
 */
export interface AdapterLanguage {
  /** Returns the query for the newest value of each series that satisfies all matchers. */
  select(matchers: readonly Matcher[]): string;
  /** A text that is no query. */
  readonly invalid: string;
}

/**
 * The adapter that the kit examines.
 *
 * @public
 */
export interface AdapterUnderTest {
  /** The name of the suite. */
  readonly name: string;
  /** Makes a backend with nothing of the kit's data in it. Called a few times; each instance is closed. */
  create(): Promise<AdapterInstance>;
  readonly language?: AdapterLanguage | undefined;
  /**
   * Rules that the backend is known to break, by their number (`R5`), each with the reason. They run as expected failures,
   * and fail once they hold.
   */
  readonly knownGaps?: Readonly<Record<string, string>> | undefined;
}
