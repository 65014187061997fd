const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
// Go's time that is none.
const NO_TIME = /^0001-01-01T00:00:00(?:\.0+)?Z$/;

/**
 * Parses a time as Alertmanager's clients write it; `undefined` where there is none.
 *
 * @throws Error When the text is no time.
 */
export function parseWireTime(value: unknown, field: string): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw new Error(`${field} must be a time such as 2026-01-31T12:00:00Z`);
  if (NO_TIME.test(value)) return undefined;
  const timeMs = RFC_3339.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(timeMs))
    throw new Error(`${field} ${JSON.stringify(value)} is no time such as 2026-01-31T12:00:00Z`);
  return timeMs;
}

/** Writes a time as Alertmanager does. */
export function formatWireTime(timeMs: number): string {
  return new Date(timeMs).toISOString();
}
