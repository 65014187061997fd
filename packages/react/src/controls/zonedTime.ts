interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const wallTimePattern = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/;

const utcMs = (wall: WallTime): number =>
  Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);

function wallTimeAt(timeMs: number, timeZone: string | undefined): WallTime {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = new Map(format.formatToParts(timeMs).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

/** Returns a time as people in a time zone write it, `2026-01-31 12:00:00`; with a `T` for inputs of the browser. */
export function toWallText(timeMs: number, timeZone: string | undefined, separator: ' ' | 'T' = ' '): string {
  const { year, month, day, hour, minute, second } = wallTimeAt(timeMs, timeZone);
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return `${date}${separator}${two(hour)}:${two(minute)}:${two(second)}`;
}

/**
 * Returns the moment that people in a time zone write as `2026-01-31`, `2026-01-31 12:00` or `2026-01-31T12:00:00`;
 * `undefined` where the text is none of these, or no such date exists.
 *
 * Where clocks are set back and a text names two moments it is the earlier one; a text that the clocks skip gives the
 * moment as far after the skip as it reads.
 */
export function parseWallText(text: string, timeZone: string | undefined): number | undefined {
  const match = wallTimePattern.exec(text.trim());
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const wall = { year, month, day, hour, minute, second };
  const asUtc = utcMs(wall);
  if (month < 1 || new Date(asUtc).getUTCDate() !== day || hour > 23 || minute > 59 || second > 59) return undefined;
  const offsetAt = (timeMs: number): number => utcMs(wallTimeAt(timeMs, timeZone)) - timeMs;
  const dayMs = 86_400_000;
  const before = asUtc - offsetAt(asUtc - dayMs);
  if (utcMs(wallTimeAt(before, timeZone)) === asUtc) return before;
  const after = asUtc - offsetAt(asUtc + dayMs);
  return utcMs(wallTimeAt(after, timeZone)) === asUtc ? after : before;
}

/** Returns a short name of a time zone at a moment, such as `UTC` or `GMT+2`. */
export function zoneName(timeMs: number, timeZone: string | undefined, locale: string | undefined): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' });
  return format.formatToParts(timeMs).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
