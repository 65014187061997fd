const TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** Returns the time from which on a price holds, in milliseconds since the epoch; `undefined` where it is no time. */
export function validFromMs(validFrom: string | undefined): number | undefined {
  if (validFrom === undefined) return Number.NEGATIVE_INFINITY;
  if (!TIME.test(validFrom)) return undefined;
  const timeMs = Date.parse(validFrom);
  if (Number.isNaN(timeMs)) return undefined;
  // The 31st of February would be some day in March.
  const day = validFrom.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? timeMs : undefined;
}
