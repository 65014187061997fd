const units: readonly (readonly [string, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/** Writes how long something lasts with its two largest units: `2 h 5 min`. */
export function formatTimeSpan(spanMs: number, locale: string | undefined): string {
  const index = units.findIndex(([, sizeMs]) => spanMs >= sizeMs);
  const parts: string[] = [];
  let restMs = spanMs;
  for (const [unit, sizeMs] of index < 0 ? units.slice(-1) : units.slice(index, index + 2)) {
    const count = Math.floor(restMs / sizeMs);
    restMs -= count * sizeMs;
    if (count === 0 && parts.length > 0) continue;
    parts.push(new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count));
  }
  return parts.join(' ');
}
