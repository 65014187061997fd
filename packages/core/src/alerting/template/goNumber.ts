/** The letters by which Go's `strconv.FormatFloat` knows a form: with exponent, in full, the shorter of both. */
export type FloatForm = 'e' | 'f' | 'g';

/** A positive number in digits: the first one before the point, times a power of ten. */
interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

// From this exponent on, the shortest form has one.
const SHORTEST_LIMIT = 6;
// More than JavaScript gives, and more than anybody reads.
const MAX_DIGITS = 100;

/**
 * Returns a number as Go's `strconv.FormatFloat` writes it.
 *
 * @param precision - Digits behind the point (`e`, `f`) or digits in all (`g`); -1 for as many as it takes to read the
 * same number back.
 */
export function formatGoFloat(value: number, form: FloatForm, precision: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const size = Math.abs(value);
  const wanted = Math.min(precision, MAX_DIGITS);
  switch (form) {
    case 'f':
      return sign + inFull(size, wanted);
    case 'e':
      return sign + withExponent(wanted < 0 ? shortest(size) : rounded(size, wanted + 1), wanted);
    case 'g':
      return sign + general(size, wanted === 0 ? 1 : wanted);
  }
}

function inFull(size: number, precision: number): string {
  if (precision < 0) return placePoint(shortest(size), -1);
  const { exponent } = decimalOf(size.toExponential());
  return placePoint(rounded(size, exponent + 1 + precision), precision);
}

function general(size: number, precision: number): string {
  const { digits: all, exponent } = precision < 0 ? shortest(size) : rounded(size, precision);
  const digits = all.replace(/0+$/, '') || '0';
  const limit = precision < 0 ? SHORTEST_LIMIT : limitOf(precision, digits, exponent);
  if (exponent < -4 || exponent >= limit) return withExponent({ digits, exponent }, -1);
  return placePoint({ digits, exponent }, -1);
}

/** Go decides by the digits that there are, where these are fewer than asked for and hold the whole number. */
function limitOf(precision: number, digits: string, exponent: number): number {
  return precision > digits.length && digits.length > exponent ? digits.length : precision;
}

function shortest(size: number): Decimal {
  return decimalOf(size.toExponential());
}

/** Returns so many digits; what lies in the middle between two goes to the even one, as in Go. */
function rounded(size: number, count: number): Decimal {
  const exact = decimalOf(size.toExponential(MAX_DIGITS));
  if (count >= exact.digits.length) return exact;
  const kept = exact.digits.slice(0, Math.max(0, count));
  const rest = exact.digits.slice(Math.max(0, count));
  const isUp = count >= 0 && (isMiddle(rest) ? Number(kept.at(-1) ?? 0) % 2 === 1 : rest >= '5');
  const digits = (BigInt(kept || '0') + (isUp ? 1n : 0n)).toString().padStart(kept.length, '0');
  if (!isUp && kept === '') return { digits: '0', exponent: 0 };
  // A carry makes the number one digit longer.
  return { digits, exponent: exact.exponent + digits.length - kept.length };
}

function isMiddle(rest: string): boolean {
  return /^50*$/.test(rest);
}

function decimalOf(text: string): Decimal {
  const [mantissa = '', exponent = ''] = text.split('e');
  return { digits: mantissa.replace('.', ''), exponent: Number(exponent) };
}

function withExponent({ digits, exponent }: Decimal, precision: number): string {
  const fraction = fractionOf(digits, 1, precision);
  const power = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits[0]}${fraction === '' ? '' : '.'}${fraction}e${exponent < 0 ? '-' : '+'}${power}`;
}

/** Returns the digits behind the point: so many, or all that there are. */
function fractionOf(digits: string, wholeLength: number, precision: number): string {
  const fraction = digits.slice(wholeLength);
  return precision < 0 ? fraction : fraction.slice(0, precision).padEnd(precision, '0');
}

/** Writes digits in full. */
function placePoint({ digits, exponent }: Decimal, precision: number): string {
  const padded = exponent < 0 ? '0'.repeat(-exponent) + digits : digits.padEnd(exponent + 1, '0');
  const wholeLength = Math.max(1, exponent + 1);
  const fraction = fractionOf(padded, wholeLength, precision);
  return padded.slice(0, wholeLength) + (fraction === '' ? '' : `.${fraction}`);
}
