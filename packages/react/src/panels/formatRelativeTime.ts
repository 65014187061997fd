const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/**
 * Writes how far a moment is from now: `3 minutes ago`, `in 2 hours`.
 *
 * @param style - `short` leaves out what can be left out: `3 min. ago`.
 */
export function formatRelativeTime(
  timeMs: number,
  nowMs: number,
  locale: string | undefined,
  style: 'long' | 'short' | 'narrow' = 'long',
): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style });
  const awayMs = timeMs - nowMs;
  const unit = units.find(([, sizeMs]) => Math.abs(awayMs) >= sizeMs);
  // Toward zero: "2 hours ago" is never less than two hours.
  return unit === undefined ? format.format(0, 'second') : format.format(Math.trunc(awayMs / unit[1]), unit[0]);
}

/** Returns how long a relative text of this age stays right, in milliseconds. */
export function relativeTimeStepMs(awayMs: number): number {
  const age = Math.abs(awayMs);
  if (age < 60_000) return 1000;
  return age < 3_600_000 ? 10_000 : 60_000;
}
