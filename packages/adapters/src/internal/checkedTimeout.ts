import { GlasspaneError } from '@glasspane/core';

const DEFAULT_TIMEOUT_MS = 30_000;
/** Timers that are to wait longer fire at once. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * Returns how long an answer may take, in milliseconds.
 *
 * @throws {@link GlasspaneError} `invalid` when no timer can take it.
 */
export function checkedTimeout(timeoutMs: number = DEFAULT_TIMEOUT_MS): number {
  if (timeoutMs > 0 && timeoutMs <= MAX_TIMEOUT_MS) return timeoutMs;
  throw new GlasspaneError(
    'invalid',
    `timeoutMs must be more than 0 and at most ${MAX_TIMEOUT_MS} (24 days), as timers are; it is ${timeoutMs}.`,
  );
}
