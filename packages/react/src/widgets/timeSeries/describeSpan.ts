import { parseSpanMs } from '@glasspane/core/chart';

const UNITS: readonly (readonly [name: string, ms: number])[] = [
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/** Returns a span of time such as `1d` in words: `1 day`. One that is no whole number of any unit stays as it is written. */
export function describeSpan(span: string): string {
  const spanMs = parseSpanMs(span) ?? Number.NaN;
  const unit = UNITS.find(([, ms]) => spanMs % ms === 0);
  if (unit === undefined) return span;
  const count = spanMs / unit[1];
  return `${count} ${unit[0]}${count === 1 ? '' : 's'}`;
}
