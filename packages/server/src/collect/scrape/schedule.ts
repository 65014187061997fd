import { createHash } from 'node:crypto';
import type { ScrapeTarget } from './ScrapeTarget.ts';

const MAX_ALIGNMENT_MS = 10;

/** Returns the target's own moment within its interval, the same after every start, so that targets spread out. */
export function offsetOf({ url, labels, intervalMs }: ScrapeTarget): number {
  const identity = JSON.stringify([url, Object.entries(labels).sort()]);
  return createHash('md5').update(identity).digest().readUInt32BE(0) % intervalMs;
}

/** Returns the first moment after `afterMs` that lies on the grid of the interval, shifted by the offset. */
export function nextDue(afterMs: number, intervalMs: number, offsetMs: number): number {
  return (Math.floor((afterMs - offsetMs) / intervalMs) + 1) * intervalMs + offsetMs;
}

/** Returns the time that a scrape's samples get: when it was due, where it began about then; the stores pack even steps better. */
export function alignTime(nowMs: number, dueMs: number, intervalMs: number): number {
  const toleranceMs = Math.min(intervalMs / 100, MAX_ALIGNMENT_MS);
  return Math.abs(nowMs - dueMs) <= toleranceMs ? dueMs : Math.round(nowMs);
}
