/**
 * A time range as people write it: each end is `now`, an expression relative to it (`now-6h`, `now/d`, `now-1d/d`), or
 * an absolute time in ISO 8601 (`2026-01-31T12:00:00Z`) or milliseconds since the epoch as digits.
 *
 * @public
 */
export interface TimeRange {
  readonly from: string;
  readonly to: string;
}

/**
 * A time range as machines want it. `startMs < endMs`.
 *
 * @public
 */
export interface AbsoluteTimeRange {
  /** Milliseconds since the epoch, inclusive. */
  readonly startMs: number;
  /** Milliseconds since the epoch, inclusive. */
  readonly endMs: number;
}
