// Largest first, which is also the order that Prometheus wants them in; each at most once.
const UNITS = [
  ['y', 365 * 86_400_000],
  ['w', 7 * 86_400_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
] as const;

/** The longest time between two scrapes. Node's timers go no further, and what is longer fires at once. */
export const MAX_INTERVAL_MS: number = 24 * 86_400_000;

const DURATION = new RegExp(`^${UNITS.map(([unit]) => `(?:(\\d+)${unit})?`).join('')}$`);

/** Parses a duration as Prometheus writes it (`1m30s`, `500ms`, `0`) to milliseconds; `undefined` where it is none. */
export function parseDuration(text: string): number | undefined {
  if (text === '0') return 0;
  const match = text === '' ? null : DURATION.exec(text);
  if (match === null) return undefined;
  return UNITS.reduce((sum, [, unitMs], i) => sum + Number(match[i + 1] ?? 0) * unitMs, 0);
}

/** Writes a duration as Prometheus does: `1m30s`. Years and weeks are written as days. */
export function formatDuration(durationMs: number): string {
  if (durationMs === 0) return '0s';
  let restMs = Math.round(durationMs);
  let text = '';
  for (const [unit, unitMs] of UNITS.slice(2)) {
    const amount = Math.floor(restMs / unitMs);
    restMs -= amount * unitMs;
    if (amount > 0) text += `${amount}${unit}`;
  }
  return text;
}
