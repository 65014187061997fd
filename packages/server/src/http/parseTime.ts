import { parseDurationMs } from '@glasspane/promql/syntax';
import { parseGoFloat } from './goNumbers.ts';

// In nanoseconds; what Go's int64 can hold.
const MAX_DURATION_MS = 2 ** 63 / 1e6;

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:[.,](\d+))?(?:Z|([+-])(\d\d):(\d\d))$/;

// The outermost times of Prometheus, in the form it prints them; its clients send them to say "everything".
const BOUNDARIES: readonly (readonly [string, number])[] = [
  ['-292273086-05-16T16:47:06Z', -9_223_309_901_257_974_000],
  ['292277025-08-18T07:12:54.999999999Z', 9_223_309_901_257_975_000],
];

/**
 * Returns a time in whole milliseconds since the epoch.
 *
 * @param text - Unix seconds, possibly with a fraction, or RFC 3339.
 * @throws Error With Prometheus's words, when it is neither.
 */
export function parseTime(text: string): number {
  const seconds = parseGoFloat(text);
  if (seconds !== undefined && Number.isFinite(seconds)) {
    const whole = Math.trunc(seconds);
    return whole * 1000 + Math.round((seconds - whole) * 1000);
  }
  const time = parseRfc3339(text) ?? BOUNDARIES.find(([boundary]) => boundary === text)?.[1];
  if (time === undefined) throw new Error(`cannot parse ${JSON.stringify(text)} to a valid timestamp`);
  return time;
}

/**
 * Returns a duration in milliseconds, fractions included.
 *
 * @param text - Seconds, possibly with a fraction, or a Prometheus duration such as `1m30s`.
 * @throws Error With Prometheus's words, when it is neither.
 */
export function parseDuration(text: string): number {
  const seconds = parseGoFloat(text);
  if (seconds !== undefined && !Number.isNaN(seconds)) {
    const milliseconds = seconds * 1000;
    if (Math.abs(milliseconds) > MAX_DURATION_MS) {
      throw new Error(`cannot parse ${JSON.stringify(text)} to a valid duration. It overflows int64`);
    }
    return milliseconds;
  }
  const milliseconds = parseDurationMs(text);
  if (milliseconds === undefined || milliseconds > MAX_DURATION_MS) {
    throw new Error(`cannot parse ${JSON.stringify(text)} to a valid duration`);
  }
  return milliseconds;
}

function parseRfc3339(text: string): number | undefined {
  const match = RFC3339.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const [fraction = '', sign, offsetHours = '0', offsetMinutes = '0'] = match.slice(7);
  const date = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 for those of the last century.
  date.setUTCFullYear(year, month - 1, day);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isReal || hour > 23 || minute > 59 || second > 59 || Number(offsetMinutes) > 59) return undefined;
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * 60_000 * (sign === '-' ? -1 : 1);
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds - offset;
}
