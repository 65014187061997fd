import { asArray } from './json.ts';

/** A sample as the API writes it: `[1700000000.123, "42"]`. */
export interface SamplePair {
  /** Milliseconds since the epoch. */
  readonly timeMs: number;
  readonly value: number;
}

/** Parses a sample; `undefined` where it is none. */
export function parseSamplePair(pair: unknown): SamplePair | undefined {
  // By index: this runs for every sample of every answer, and destructuring an array goes through its iterator.
  const list = asArray(pair);
  const time = list?.[0];
  const text = list?.[1];
  if (typeof time !== 'number' || typeof text !== 'string') return undefined;
  const value = parseSampleValue(text);
  return value === undefined ? undefined : { timeMs: Math.round(time * 1000), value };
}

/** Parses a number as Go prints it: JSON has no NaN and no infinity. */
function parseSampleValue(text: string): number | undefined {
  const number = Number(text);
  if (!Number.isNaN(number) && text.trim() !== '') return number;
  switch (text) {
    case 'NaN':
      return Number.NaN;
    case 'Inf':
    case '+Inf':
      return Number.POSITIVE_INFINITY;
    case '-Inf':
      return Number.NEGATIVE_INFINITY;
    default:
      return undefined;
  }
}
