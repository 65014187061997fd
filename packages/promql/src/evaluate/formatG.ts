import { formatNumber } from '../syntax/numbers.ts';

/**
 * Returns a number as Go's `%g` writes it.
 *
 * @param digits - How many significant digits. Left out: as many as tell the number from its neighbours.
 */
export function formatG(value: number, digits?: number): string {
  if (!Number.isFinite(value) || value === 0) return formatNumber(value);
  const [mantissa = '', exponentText = ''] = value.toExponential(digits === undefined ? undefined : digits - 1).split('e');
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < (digits ?? 21)) {
    return String(digits === undefined ? value : Number(value.toPrecision(digits)));
  }
  const sign = exponent < 0 ? '-' : '+';
  return `${Number(mantissa)}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
