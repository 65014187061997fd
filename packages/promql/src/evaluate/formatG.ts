import { formatNumber } from '../syntax/numbers.ts';

/** Rounds to significant digits; a tie, which JavaScript rounds up, to the even digit. */
function roundToEven(value: number, digits: number): string {
  const exact = value.toExponential(60);
  const [mantissa = '', exponent = ''] = exact.split('e');
  const end = mantissa.indexOf('.') + digits;
  const isTie = /^50*$/.test(mantissa.slice(end)) && /[02468]\.?$/.test(mantissa.slice(0, end));
  return isTie ? `${mantissa.slice(0, end)}e${exponent}` : value.toExponential(digits - 1);
}

/**
 * Returns a number as Go's `%g` writes it.
 *
 * @param digits - How many significant digits. Left out: as many as tell the number from its neighbours.
 */
export function formatG(value: number, digits?: number): string {
  if (!Number.isFinite(value) || value === 0) return formatNumber(value);
  const rounded = digits === undefined ? value.toExponential() : roundToEven(value, digits);
  const [mantissa = '', exponentText = ''] = rounded.split('e');
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < (digits ?? 6)) {
    return String(Number(rounded));
  }
  const sign = exponent < 0 ? '-' : '+';
  return `${Number(mantissa)}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
