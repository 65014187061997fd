import { formatFloat } from '../formatFloat.ts';
import { trimZeros, writeDigits, writeFourDigits } from './digits.ts';
import { writeShortest } from './writeShortest.ts';

/** No value takes more bytes. */
export const MAX_FLOAT_BYTES = 32;

const MINUS = 45;
const POINT = 46;
const DECIMALS = 10_000;
const INT32_LIMIT = 2 ** 31;

/**
 * Writes what {@link formatFloat} returns, most values without making a text of them.
 *
 * @param view - Has room for {@link MAX_FLOAT_BYTES} more.
 * @returns the position after it.
 */
export function writeFloat(view: DataView, at: number, value: number): number {
  let start = at;
  let size = value;
  if (value < 0) {
    view.setUint8(start, MINUS);
    start += 1;
    size = -value;
  } else if (value === 0 && Object.is(value, -0)) return writeText(view, at, '-0');
  if (size < INT32_LIMIT && size === (size | 0)) return writeDigits(view, start, size);
  const scaled = Math.round(size * DECIMALS);
  // A quotient of numbers that are exact is the number nearest to it, so its few digits read back as the value.
  if (scaled < INT32_LIMIT && scaled / DECIMALS === size) return writeFourDecimals(view, start, scaled);
  const end = writeShortest(view, start, size);
  return end === undefined ? writeText(view, at, formatFloat(value)) : end;
}

/** Writes ten thousandths, at least one of which is over. */
function writeFourDecimals(view: DataView, at: number, scaled: number): number {
  const whole = (scaled / DECIMALS) | 0;
  const point = writeDigits(view, at, whole);
  view.setUint8(point, POINT);
  writeFourDigits(view, point + 1, scaled - whole * DECIMALS);
  return trimZeros(view, point + 5);
}

/** Writes characters that take one byte each. */
function writeText(view: DataView, at: number, text: string): number {
  for (let index = 0; index < text.length; index += 1) view.setUint8(at + index, text.charCodeAt(index));
  return at + text.length;
}
