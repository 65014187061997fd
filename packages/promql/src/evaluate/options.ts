/**
 * Bounds on what one evaluation may use. What is left out is not bounded.
 *
 * @public
 */
export interface EvaluationLimits {
  /** Samples read from the source and made by the evaluation, over all its parts. */
  readonly maxSamples?: number | undefined;
  /** Series that one selector may read. */
  readonly maxSeries?: number | undefined;
  /** Steps of a range query; Prometheus allows 11,000 over HTTP. */
  readonly maxPoints?: number | undefined;
  /** How long start to answer may take, reading included, by the given clock. */
  readonly timeout?: { readonly ms: number; readonly now: () => number } | undefined;
}

/**
 * Settings of one evaluation.
 *
 * @public
 */
export interface EvaluationOptions extends EvaluationLimits {
  /**
   * How far an instant selector looks back for a sample.
   *
   * @defaultValue 300000
   */
  readonly lookbackMs?: number | undefined;
  /**
   * The step of a subquery that names none.
   *
   * @defaultValue 60000
   */
  readonly defaultSubqueryStepMs?: number | undefined;
  /**
   * Ends the evaluation early. It is looked at where {@link yieldControl} is called: without that, nobody gets to abort
   * while the evaluation computes, and the signal only counts while the source is waited for.
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * Called every few milliseconds of work and waited for, so that the host can do something else in between, such as
   * a `setTimeout` or `setImmediate`.
   */
  readonly yieldControl?: (() => Promise<void>) | undefined;
}

/**
 * A remark about a query or its data that comes beside the result, worded as Prometheus does.
 *
 * @public
 */
export interface Annotation {
  readonly severity: 'info' | 'warning';
  readonly message: string;
}
