import { formatDuration } from '@glasspane/promql/syntax';
import type { AbsoluteTimeRange } from '../timeRange/TimeRange.ts';
import type { VariableValues } from '../variables/Variable.ts';
import { allValue } from '../variables/variableValues.ts';

const defaultScrapeIntervalMs = 15_000;

/**
 * Returns the variables that every query may read: `$__interval`, `$__interval_ms`, `$__rate_interval`, `$__range`,
 * `$__range_s`, `$__range_ms`, and `$__all`, which matches every value.
 *
 * `$__rate_interval` is at least four scrape intervals, so that a rate always sees two samples.
 */
export function builtInVariables(
  range: AbsoluteTimeRange,
  stepMs: number,
  scrapeIntervalMs: number = defaultScrapeIntervalMs,
): VariableValues {
  const rangeMs = range.endMs - range.startMs;
  const rangeSeconds = Math.max(Math.round(rangeMs / 1000), 1);
  return {
    __interval: formatDuration(stepMs),
    __interval_ms: String(stepMs),
    __rate_interval: formatDuration(Math.max(stepMs + scrapeIntervalMs, 4 * scrapeIntervalMs)),
    __range: formatDuration(rangeSeconds * 1000),
    __range_s: String(rangeSeconds),
    __range_ms: String(rangeMs),
    __all: allValue,
  };
}
