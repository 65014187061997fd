import { parseGoFloat } from '../../http/goNumbers.ts';
import { parseTime } from '../../http/parseTime.ts';

const MS = 1_000_000n;
const SECOND_NS = 1_000_000_000n;
// As Loki tells them apart: a whole number with more digits cannot be seconds.
const MAX_SECONDS_DIGITS = 10;

/**
 * Returns a time in nanoseconds since the epoch.
 *
 * @param text - Nanoseconds, or seconds where the number has a point or at most ten digits; or RFC 3339.
 * @throws Error When it is none of them.
 */
export function parseLokiTime(text: string): bigint {
  if (/^-?\d{1,19}$/.test(text)) {
    const number = BigInt(text);
    return text.replace('-', '').length <= MAX_SECONDS_DIGITS ? number * SECOND_NS : number;
  }
  if (text.includes('.') && /^-?[\d.]+$/.test(text)) {
    const seconds = parseGoFloat(text);
    if (seconds !== undefined && Math.abs(seconds) < 1e12) return BigInt(Math.round(seconds * 1e6)) * 1000n;
  }
  if (/^-?\d+$/.test(text)) throw new Error(`cannot parse ${JSON.stringify(text)} to a valid timestamp`);
  // The milliseconds by Prometheus's parser, and what is finer by its digits.
  const fraction = /T\d\d:\d\d:\d\d[.,](\d+)/.exec(text)?.[1] ?? '';
  const finer = BigInt(fraction.slice(3, 9).padEnd(6, '0'));
  return BigInt(parseTime(text)) * MS + finer;
}
