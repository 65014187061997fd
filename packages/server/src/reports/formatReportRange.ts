import type { AbsoluteTimeRange } from '@glasspane/core';

const date = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** Returns a time range as a subject has it: days alone where it is made of whole days, and a day that is the same once. */
export function formatReportRange({ startMs, endMs }: AbsoluteTimeRange, timeZone: string): string {
  const dates = new Intl.DateTimeFormat('en-GB', { ...date, timeZone });
  const times = new Intl.DateTimeFormat('en-GB', { ...time, timeZone });
  const isWhole = times.format(startMs) === '00:00' && times.format(endMs + 1) === '00:00' && endMs % 60_000 !== 0;
  const [first, last] = [dates.format(startMs), dates.format(endMs)];
  if (isWhole) return first === last ? first : `${first} – ${last}`;
  const end = first === last ? times.format(endMs) : `${last}, ${times.format(endMs)}`;
  return `${first}, ${times.format(startMs)} – ${end}`;
}
