/** Returns a slot with its weekday, on a clock of 24 hours: `Mon, 2 Feb 2026, 08:00`. */
export function formatSlot(slotMs: number, locale: string | undefined, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(slotMs);
}
