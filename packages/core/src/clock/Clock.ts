/**
 * Time as the host gives it. Core has no timers of its own, so that a test, a server or a paused dashboard owns the
 * clock.
 *
 * @public
 */
export interface Clock {
  /** Returns the current time in milliseconds since the epoch. */
  now(): number;
  /** Calls back once after `delayMs` milliseconds; the returned function cancels it and may be called at any time. */
  setTimeout(callback: () => void, delayMs: number): () => void;
}
