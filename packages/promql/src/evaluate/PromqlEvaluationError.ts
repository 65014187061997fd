/**
 * Why an evaluation ended without an answer: the query or its data (`execution`), a limit, or the signal.
 *
 * @public
 */
export type PromqlEvaluationErrorKind =
  | 'execution'
  | 'too_many_samples'
  | 'too_many_series'
  | 'too_many_points'
  | 'too_deep'
  | 'timeout'
  | 'cancelled';

/**
 * A query that is well formed but could not be answered.
 *
 * @public
 */
export class PromqlEvaluationError extends Error {
  override readonly name: string = 'PromqlEvaluationError';
  readonly kind: PromqlEvaluationErrorKind;

  constructor(kind: PromqlEvaluationErrorKind, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.kind = kind;
  }
}

/** Ends the evaluation with a complaint about the query or its data. */
export function failExecution(message: string): never {
  throw new PromqlEvaluationError('execution', message);
}
