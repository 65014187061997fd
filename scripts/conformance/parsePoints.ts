import { parseDurationMs } from '@glasspane/promql/syntax';

/** One step of a series: a value, a staleness marker, or nothing. */
export type Point = number | 'stale' | undefined;

const number = String.raw`[+-]?(?:Inf|NaN|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)`;
const repeated = new RegExp(`^(${number})(?:([+-])(${number.replace('[+-]?', '')}))?x(\\d+)$`, 'i');
const single = new RegExp(`^${number}$`, 'i');

/** Returns a number in the notation of points. */
export function parsePointNumber(text: string): number {
  if (!single.test(text)) throw new Error(`${text} is no point`);
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[+-]/, '').toLowerCase();
  return sign * (digits === 'inf' ? Number.POSITIVE_INFINITY : digits === 'nan' ? Number.NaN : Number(digits));
}

function parsePoint(text: string): Point[] {
  const missing = /^_(?:x(\d+))?$/.exec(text);
  if (missing !== null) return new Array<Point>(Number(missing[1] ?? 1)).fill(undefined);
  const stale = /^stale(?:x(\d+))?$/.exec(text);
  if (stale !== null) return new Array<Point>(stale[1] === undefined ? 1 : Number(stale[1]) + 1).fill('stale');
  const match = repeated.exec(text);
  if (match === null) return [parsePointNumber(text)];
  const [, first = '', sign, step = '0', count = '0'] = match;
  const increment = sign === undefined ? 0 : (sign === '-' ? -1 : 1) * parsePointNumber(step);
  const points: number[] = [];
  let value = parsePointNumber(first);
  for (let index = 0; index <= Number(count); index += 1) {
    points.push(value);
    value += increment;
  }
  return points;
}

/** Returns the points of a series. */
export function parsePoints(text: string): Point[] {
  return text.split(/\s+/).filter(Boolean).flatMap(parsePoint);
}

function signedMs(text: string): number {
  const ms = parseDurationMs(text.replace(/^[+-]/, ''));
  if (ms === undefined) throw new Error(`${text} is no offset`);
  return text.startsWith('-') ? -ms : ms;
}

/** Returns the start timestamps of points as offsets from each point's own time, in milliseconds. */
export function parseStartOffsets(text: string): (number | undefined)[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((part) => {
      const missing = /^_(?:x(\d+))?$/.exec(part);
      if (missing !== null) return new Array<undefined>(Number(missing[1] ?? 1)).fill(undefined);
      const match = /^([+-]?[0-9a-wyz]+)([+-][0-9a-wyz]+)?(?:x(\d+))?$/.exec(part);
      if (match === null) throw new Error(`${part} is no offset`);
      const [, first = '', step, count = '0'] = match;
      const increment = step === undefined ? 0 : signedMs(step);
      return Array.from({ length: Number(count) + 1 }, (_, index) => signedMs(first) + index * increment);
    });
}
