import { parseDurationMs } from '@glasspane/promql/syntax';
import { GlasspaneError } from '../errors/GlasspaneError.ts';
import type { TimeRange } from '../timeRange/TimeRange.ts';

/**
 * Returns a time range: one as it is, and a duration such as `24h` as the time up to now.
 *
 * @throws {@link GlasspaneError} `invalid` when the text is no duration.
 */
export function toTimeRange(range: TimeRange | string): TimeRange {
  if (typeof range !== 'string') return range;
  const ms = toDurationMs(range, 'timeRange');
  if (ms < 1000) throw notADuration(range, 'timeRange');
  // Time ranges know one number with one unit, and y, w and d there follow the calendar.
  return { from: /^\d+[smhd]$/.test(range) ? `now-${range}` : `now-${Math.round(ms / 1000)}s`, to: 'now' };
}

/**
 * Returns a duration in milliseconds; one given as a number already is.
 *
 * @param what - What it is called, for the message.
 * @throws {@link GlasspaneError} `invalid` when it is no duration.
 */
export function toDurationMs(duration: string | number, what: string): number {
  const ms = typeof duration === 'string' ? parseDurationMs(duration) : duration;
  if (ms === undefined || !(ms >= 0 && ms < Number.POSITIVE_INFINITY)) throw notADuration(duration, what);
  return ms;
}

function notADuration(found: unknown, what: string): GlasspaneError {
  return new GlasspaneError(
    'invalid',
    `${what} must be a duration such as "30s", "5m", "24h" or "7d"; found ${JSON.stringify(found)}.`,
  );
}
