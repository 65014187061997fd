import type { AbsoluteTimeRange } from '@glasspane/core';

/** Beyond, a time of day is not enough. */
const DAY_MS = 20 * 3_600_000;

/** Returns a function that writes the time of a line to the millisecond, with the date where the range is long. */
export function logTimeFormat(
  { startMs, endMs }: AbsoluteTimeRange,
  locale: string | undefined,
  timeZone: string | undefined,
): (timeMs: number) => string {
  const format = new Intl.DateTimeFormat(locale, {
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(endMs - startMs > DAY_MS ? { month: 'short', day: 'numeric' } : {}),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
  });
  return (timeMs) => (Math.abs(timeMs) <= 8.64e15 ? format.format(timeMs) : String(timeMs));
}
