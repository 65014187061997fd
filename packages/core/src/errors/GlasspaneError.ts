/**
 * What went wrong, for programs. The message says it for people, and what to do.
 *
 * - `invalid`: a document, option or argument does not have the right form.
 * - `bad_query`: the query cannot be parsed, or fails to evaluate.
 * - `unauthorized`, `forbidden`: credentials are missing or not accepted, or do not allow this.
 * - `not_found`: the thing asked for does not exist.
 * - `conflict`: somebody else changed the thing meanwhile.
 * - `too_many_series`, `too_many_samples`, `too_many_points`: the query is over a limit of its backend.
 * - `rate_limited`: the backend asks to slow down.
 * - `timeout`: no answer in time.
 * - `unreachable`: the backend cannot be reached at all.
 * - `unavailable`: the backend answers that it cannot serve now.
 * - `bad_response`: the backend's answer is not what its protocol says.
 * - `unsupported`: the backend lacks this capability.
 * - `cancelled`: the caller gave up.
 * - `internal`: a fault of ours, or of the backend.
 *
 * @public
 */
export type ErrorCode =
  | 'invalid'
  | 'bad_query'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_many_series'
  | 'too_many_samples'
  | 'too_many_points'
  | 'rate_limited'
  | 'timeout'
  | 'unreachable'
  | 'unavailable'
  | 'bad_response'
  | 'unsupported'
  | 'cancelled'
  | 'internal';

/**
 * Options of a {@link GlasspaneError}.
 *
 * @public
 */
export interface GlasspaneErrorOptions {
  /** What caused it. */
  readonly cause?: unknown;
  /** How long the backend asks to wait before the next try, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/**
 * The root of every error that Glasspane throws or reports.
 *
 * @public
 */
export class GlasspaneError extends Error {
  override readonly name: string = 'GlasspaneError';
  /** What went wrong, for programs. */
  readonly code: ErrorCode;
  /** How long the backend asks to wait before the next try, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, message: string, options: GlasspaneErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryAfterMs = options.retryAfterMs;
  }
}
