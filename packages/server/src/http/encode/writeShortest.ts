import { trimZeros, writeDigits, writeEightDigits } from './digits.ts';

// From here on, up to 2^53, powers of ten that bring a number to 17 digits are exact.
const MIN_EXPONENT = -19;
const MIN_VALUE = 2 ** MIN_EXPONENT;
const MAX_VALUE = 2 ** 53;

const POINT = 46;
const ZERO = 48;

const LOW_UNIT = 1e8;
// Splits a number into halves whose products are exact (Dekker).
const SPLITTER = 2 ** 27 + 1;
// More than all that rounding takes from numbers below 10^8. What comes as close to a decision is left to others.
const MARGIN = 1e-6;

const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const HIGH_HALVES = POWERS.map(highHalf);
const LOW_HALVES = POWERS.map((power, exponent) => power - (HIGH_HALVES[exponent] as number));

const EXPONENTS = Array.from({ length: 53 - MIN_EXPONENT }, (_, index) => index + MIN_EXPONENT);
/** For each binary exponent the power of ten that brings its numbers to between 10^16 and 2 * 10^17. */
const SCALES = Uint8Array.from(EXPONENTS, (exponent) => 16 - Math.floor(Math.log10(2 ** exponent)));
/** Half the distance to the next number, brought to the same size. */
const REACHES = Float64Array.from(EXPONENTS, (exponent, index) => 2 ** (exponent - 53) * Number(`1e${SCALES[index]}`));

/**
 * Writes the shortest decimal that reads back as the same number; of those the nearest one.
 *
 * The number is multiplied by a power of ten, exactly, in two parts. What reads back as the same number lies less than
 * half the distance to its neighbours away: no two multiples of 100 are that close to each other, and some whole number
 * always is.
 *
 * @param value - Positive.
 * @returns the position after it; `undefined`, perhaps after writing something, where it takes more than this to tell.
 */
export function writeShortest(view: DataView, at: number, value: number): number | undefined {
  if (!(value >= MIN_VALUE && value < MAX_VALUE)) return undefined;
  view.setFloat64(at, value);
  const upper = view.getUint32(at);
  // The numbers below a power of two are closer than those above.
  if ((upper & 0xfffff) === 0 && view.getUint32(at + 4) === 0) return undefined;
  const index = (upper >>> 20) - 1023 - MIN_EXPONENT;
  const scale = SCALES[index] as number;
  const product = value * (POWERS[scale] as number);
  let high = Math.floor(product / LOW_UNIT);
  let low = product - high * LOW_UNIT + productError(value, scale, product);
  if (low < 0) {
    high -= 1;
    low += LOW_UNIT;
  }
  let digits = shortestNear(low, REACHES[index] as number);
  if (digits < 0) return undefined;
  if (digits >= LOW_UNIT) {
    high += 1;
    digits -= LOW_UNIT;
  }
  return writeDecimal(view, at, { high, low: digits, scale });
}

/** Returns the roundest whole number within reach; a negative one where two are as good, or one is at the very edge. */
function shortestNear(value: number, reach: number): number {
  const hundreds = Math.round(value / 100) * 100;
  const fromHundreds = Math.abs(hundreds - value);
  if (fromHundreds < reach - MARGIN) return hundreds;
  if (fromHundreds < reach + MARGIN) return -1;
  const tens = Math.round(value / 10) * 10;
  const fromTens = Math.abs(tens - value);
  if (fromTens < reach - MARGIN) return fromTens < 5 - MARGIN ? tens : -1;
  if (fromTens < reach + MARGIN) return -1;
  const ones = Math.round(value);
  return Math.abs(ones - value) < 0.5 - MARGIN ? ones : -1;
}

/** Returns what a product of a number and a power of ten lost by rounding. */
function productError(value: number, scale: number, product: number): number {
  const high = highHalf(value);
  const low = value - high;
  const powerHigh = HIGH_HALVES[scale] as number;
  const powerLow = LOW_HALVES[scale] as number;
  return high * powerHigh - product + high * powerLow + low * powerHigh + low * powerLow;
}

function highHalf(value: number): number {
  const scaled = value * SPLITTER;
  return scaled - (scaled - value);
}

interface Decimal {
  /** All digits but the last eight. */
  readonly high: number;
  readonly low: number;
  /** How many digits are behind the point. */
  readonly scale: number;
}

function writeDecimal(view: DataView, at: number, decimal: Decimal): number {
  const wholeDigits = (decimal.high < 1e9 ? 17 : 18) - decimal.scale;
  return wholeDigits > 0 ? writeMixed(view, at, decimal, wholeDigits) : writeFraction(view, at, decimal, -wholeDigits);
}

function writeFraction(view: DataView, at: number, { high, low }: Decimal, zeros: number): number {
  view.setUint16(at, (ZERO << 8) | POINT);
  const start = at + 2 + zeros;
  for (let place = at + 2; place < start; place += 1) view.setUint8(place, ZERO);
  const middle = writeDigits(view, start, high);
  writeEightDigits(view, middle, low);
  return trimZeros(view, low === 0 ? middle : middle + 8);
}

function writeMixed(view: DataView, at: number, { high, low }: Decimal, wholeDigits: number): number {
  // One byte further on; those before the point are pushed back.
  const middle = writeDigits(view, at + 1, high);
  writeEightDigits(view, middle, low);
  const end = trimZeros(view, low === 0 ? middle : middle + 8);
  const point = at + wholeDigits;
  for (let place = at; place < point; place += 1) view.setUint8(place, view.getUint8(place + 1));
  if (end <= point + 1) return point;
  view.setUint8(point, POINT);
  return end;
}
