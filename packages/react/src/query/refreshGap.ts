import { type MetricQueryInput, resolveStep, resolveTimeRange } from '@glasspane/core';

const shortestGapMs = 500;
const longestGapMs = 30_000;

/**
 * Returns the least time between two refreshes of a query that new samples cause, in milliseconds. A chart of a long time
 * range has wide steps, on which a sample more or less is hardly seen.
 */
export function refreshGapMs({ query, mode, widthPx, minStepMs, ...input }: MetricQueryInput): number {
  if ((mode ?? (query.instant === true ? 'instant' : 'range')) === 'instant') return shortestGapMs;
  try {
    const range = resolveTimeRange(input.timeRange, input.clock.now(), input.timeZone);
    const stepMs = resolveStep({ range, widthPx, minStepMs: query.minStepMs ?? minStepMs });
    return Math.min(Math.max(stepMs / 20, shortestGapMs), longestGapMs);
  } catch {
    return shortestGapMs;
  }
}
