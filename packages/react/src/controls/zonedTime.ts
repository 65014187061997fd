/** Returns a moment as people in a time zone write it: `2026-01-31 12:00:00`. Left out: the browser's time zone. */
export function toWallText(timeMs: number, timeZone: string | undefined): string {
  // Swedish writes dates by ISO 8601, so that no part needs to be put together by hand.
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return format.format(timeMs);
}

/** Returns a short name of a time zone at a moment, such as `UTC` or `GMT+2`. */
export function zoneName(timeMs: number, timeZone: string | undefined, locale: string | undefined): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' });
  return format.formatToParts(timeMs).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
