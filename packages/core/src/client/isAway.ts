import type { GlasspaneError } from '../errors/GlasspaneError.ts';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** Whether a backend that fails so may well take the same samples later. */
export function isAway({ code }: GlasspaneError): boolean {
  return ['unreachable', 'unavailable', 'timeout', 'rate_limited', 'internal'].includes(code);
}

/**
 * Returns how long to wait before the next try: twice as long each time, up to a minute, and at least as long as the
 * backend asks for.
 *
 * @param attempts - How many tries have failed in a row, at least 1.
 */
export function backoffMs(attempts: number, retryAfterMs: number | undefined): number {
  return Math.max(Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS), retryAfterMs ?? 0);
}
