import { formatNumber } from './numbers.ts';

/** Returns a number in full, without exponent: how queries are printed, and how `count_values` names values. */
export function formatDecimal(value: number): string {
  const text = formatNumber(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = '', exponentText = ''] = match;
  const point = whole.length + Number(exponentText);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0').slice(0, point) + (digits.length > point ? `.${digits.slice(point)}` : '');
}

/** Returns a number as Go prints it unless told otherwise: with an exponent from a million on, and below 0.0001. */
export function formatShort(value: number): string {
  const text = formatNumber(value);
  const exponential = value.toExponential();
  const exponent = Number(/e(.*)$/.exec(exponential)?.[1] ?? 0);
  if (exponent >= -4 && exponent < 6) return text;
  return exponential.replace(/e([+-])(\d)$/, 'e$10$2');
}
