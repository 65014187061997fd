const unitsMs: readonly (readonly [unit: string, ms: number, onlyExact: boolean])[] = [
  ['y', 31_536_000_000, true],
  ['w', 604_800_000, true],
  ['d', 86_400_000, true],
  ['h', 3_600_000, false],
  ['m', 60_000, false],
  ['s', 1000, false],
  ['ms', 1, false],
];

const durationPattern = /^(?=\d)(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;

// As many nanoseconds as 64 bits hold: 292 years.
const maxMs = 9_223_372_036_854;

/**
 * Returns the milliseconds of a Prometheus duration (`5m`, `1h30m`, `500ms`, or the bare `0`), or `undefined` when the
 * text is none or means more than 292 years.
 *
 * @public
 */
export function parseDurationMs(text: string): number | undefined {
  if (text === '0') return 0;
  const match = durationPattern.exec(text);
  if (match === null) return undefined;
  const total = unitsMs.reduce((sum, [, ms], index) => sum + Number(match[index + 1] ?? 0) * ms, 0);
  return total <= maxMs ? total : undefined;
}

/**
 * Returns a duration in Prometheus's notation, such as `1h30m`. Years, weeks and days are used only when they divide
 * the duration without remainder.
 *
 * @param ms - Milliseconds; fractions are cut off, a sign is kept.
 *
 * @public
 */
export function formatDuration(ms: number): string {
  if (ms < 0) return `-${formatDuration(-ms)}`;
  let rest = Math.trunc(ms);
  if (rest === 0) return '0s';
  let text = '';
  for (const [unit, unitMs, onlyExact] of unitsMs) {
    if (onlyExact && rest % unitMs !== 0) continue;
    const count = Math.floor(rest / unitMs);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * unitMs;
  }
  return text;
}
