import { isCalendarTime, type ZonedCalendar } from './ZonedCalendar.ts';

/** A unit of time in an expression such as `now-1d/d`. */
export type TimeUnit = 's' | 'm' | 'h' | 'd' | 'w' | 'M' | 'Q' | 'y';

/** One step of a relative time: `-1d`, or `/d`. */
type TimeStep =
  | { readonly kind: 'shift'; readonly amount: number; readonly unit: TimeUnit }
  | { readonly kind: 'round'; readonly unit: TimeUnit };

/** What one end of a time range says. */
export type TimeExpression =
  | { readonly kind: 'relative'; readonly steps: readonly TimeStep[] }
  | { readonly kind: 'moment'; readonly timeMs: number }
  /** Without an offset, so that it depends on the time zone. */
  | { readonly kind: 'wall'; readonly wallMs: number; readonly isDateOnly: boolean };

const exactUnits: Readonly<Partial<Record<TimeUnit, number>>> = { s: 1000, m: 60_000, h: 3_600_000 };
const monthsOf: Readonly<Partial<Record<TimeUnit, number>>> = { M: 1, Q: 3, y: 12 };
const stepPattern = /([+-])(\d+)([smhdwMQy])|\/([smhdwMQy])/y;
const isoPattern = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(\.\d{1,9})?)?)?(Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?$/;

/**
 * Reads one end of a time range; tells in words what is wrong with it where it is not right.
 *
 * @returns the expression, or the fault as a text.
 */
export function parseTimeExpression(text: string): TimeExpression | string {
  const trimmed = text.trim();
  if (trimmed.startsWith('now')) return parseRelative(trimmed);
  if (/^\d+$/.test(trimmed)) return parseEpoch(trimmed);
  return parseIso(trimmed);
}

function parseRelative(text: string): TimeExpression | string {
  const steps: TimeStep[] = [];
  let at = 3;
  while (at < text.length) {
    stepPattern.lastIndex = at;
    const match = stepPattern.exec(text);
    if (match === null) {
      return `"${text}" cannot be read from "${text.slice(at)}" on; write now, now-6h, now/d or now-1d/d (units s, m, h, d, w, M, Q, y).`;
    }
    steps.push(toStep(match));
    at = stepPattern.lastIndex;
  }
  return { kind: 'relative', steps };
}

function toStep([, sign, digits, shiftUnit, roundUnit]: RegExpExecArray): TimeStep {
  if (roundUnit !== undefined) return { kind: 'round', unit: roundUnit as TimeUnit };
  return { kind: 'shift', amount: Number(`${sign}${digits}`), unit: shiftUnit as TimeUnit };
}

function parseEpoch(text: string): TimeExpression | string {
  const timeMs = Number(text);
  if (isCalendarTime(timeMs)) return { kind: 'moment', timeMs };
  return `"${text}" is out of range for milliseconds since 1970.`;
}

function parseIso(text: string): TimeExpression | string {
  const fault = `"${text}" is not a time; write now-6h, 2026-01-31T12:00:00Z, or milliseconds since 1970 as digits.`;
  const match = isoPattern.exec(text);
  if (match === null) return fault;
  const [, date = '', minutes, seconds = '00', fraction = '', offset] = match;
  const wallMs = Date.parse(`${date}T${minutes ?? '00:00'}:${seconds}${fraction}Z`);
  // Date.parse lets 31 February roll over into March.
  if (Number.isNaN(wallMs) || !new Date(wallMs).toISOString().startsWith(date)) return fault;
  if (offset === undefined) return { kind: 'wall', wallMs, isDateOnly: minutes === undefined };
  return { kind: 'moment', timeMs: wallMs - offsetMs(offset) };
}

function offsetMs(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}

/**
 * Returns the moment that an expression means; `NaN` where it lies beyond the calendar.
 *
 * @param roundUp - Whether `/d` and a date alone mean the last millisecond of the day instead of the first.
 */
export function evaluateTimeExpression(
  expression: TimeExpression,
  nowMs: number,
  calendar: ZonedCalendar,
  roundUp: boolean,
): number {
  if (expression.kind === 'moment') return expression.timeMs;
  if (expression.kind === 'wall') {
    const { wallMs, isDateOnly } = expression;
    return isDateOnly && roundUp ? calendar.toMoment(shiftWall(wallMs, 1, 'd')) - 1 : calendar.toMoment(wallMs);
  }
  return expression.steps.reduce((timeMs, step) => {
    return step.kind === 'shift'
      ? shift(timeMs, step.amount, step.unit, calendar)
      : round(timeMs, step.unit, calendar, roundUp);
  }, nowMs);
}

function shift(timeMs: number, amount: number, unit: TimeUnit, calendar: ZonedCalendar): number {
  const exact = exactUnits[unit];
  if (exact !== undefined) return timeMs + amount * exact;
  return calendar.toMoment(shiftWall(calendar.toWall(timeMs), amount, unit));
}

function shiftWall(wallMs: number, amount: number, unit: TimeUnit): number {
  const wall = new Date(wallMs);
  const months = monthsOf[unit];
  if (months === undefined) return wall.setUTCDate(wall.getUTCDate() + amount * (unit === 'w' ? 7 : 1));
  const day = wall.getUTCDate();
  wall.setUTCDate(1);
  wall.setUTCMonth(wall.getUTCMonth() + amount * months);
  const lastDay = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate();
  return wall.setUTCDate(Math.min(day, lastDay));
}

function round(timeMs: number, unit: TimeUnit, calendar: ZonedCalendar, roundUp: boolean): number {
  const wallMs = calendar.toWall(timeMs);
  const exact = exactUnits[unit];
  if (exact !== undefined) {
    // Within an hour wall time and moment run side by side, and this keeps to the right one of an hour shown twice.
    const startMs = timeMs - (((wallMs % exact) + exact) % exact);
    return roundUp ? startMs + exact - 1 : startMs;
  }
  const startMs = startOfWall(wallMs, unit);
  return roundUp ? calendar.toMoment(shiftWall(startMs, 1, unit)) - 1 : calendar.toMoment(startMs);
}

/** The first moment of the unit; weeks start on Monday. */
function startOfWall(wallMs: number, unit: TimeUnit): number {
  const wall = new Date(wallMs);
  wall.setUTCHours(0, 0, 0, 0);
  if (unit === 'w') return wall.setUTCDate(wall.getUTCDate() - ((wall.getUTCDay() + 6) % 7));
  const months = monthsOf[unit];
  if (months === undefined) return wall.getTime();
  const month = wall.getUTCMonth();
  return wall.setUTCMonth(month - (month % months), 1);
}
