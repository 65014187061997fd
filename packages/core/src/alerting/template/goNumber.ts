/** The letters by which Go's `strconv.FormatFloat` knows a form: with exponent, in full, the shorter of both. */
export type FloatForm = 'e' | 'f' | 'g';

// From this exponent on, the shortest form has one.
const SHORTEST_LIMIT = 6;

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
  if (form === 'f') return sign + (precision < 0 ? plainDigits(size) : toFixed(size, precision));
  if (form === 'e')
    return sign + exponential(precision < 0 ? size.toExponential() : size.toExponential(clamp(precision)));
  return sign + general(size, precision);
}

function general(size: number, precision: number): string {
  const wanted = precision === 0 ? 1 : precision;
  const text = wanted < 0 ? size.toExponential() : size.toExponential(clamp(wanted - 1));
  const exponent = Number(text.slice(text.indexOf('e') + 1));
  const digits = text.slice(0, text.indexOf('e')).replace('.', '').replace(/0+$/, '') || '0';
  const limit = wanted < 0 ? SHORTEST_LIMIT : limitOf(wanted, digits, exponent);
  if (exponent < -4 || exponent >= limit) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    return exponential(`${digits[0]}${fraction}e${exponent}`);
  }
  return placePoint(digits, exponent);
}

/** Go decides by the digits that there are, where these are fewer than asked for and hold the whole number. */
function limitOf(precision: number, digits: string, exponent: number): number {
  return precision > digits.length && digits.length > exponent ? digits.length : precision;
}

function placePoint(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return digits.length > exponent + 1 ? `${whole}.${digits.slice(exponent + 1)}` : whole;
}

function plainDigits(size: number): string {
  const text = size.toExponential();
  const exponent = Number(text.slice(text.indexOf('e') + 1));
  return placePoint(text.slice(0, text.indexOf('e')).replace('.', ''), exponent);
}

function toFixed(size: number, precision: number): string {
  // From 1e21 on JavaScript's own form has an exponent; such numbers are whole.
  if (size < 1e21) return size.toFixed(clamp(precision));
  const whole = BigInt(size).toString();
  return precision === 0 ? whole : `${whole}.${'0'.repeat(clamp(precision))}`;
}

/** Gives an exponent the two digits that Go gives it at least. */
function exponential(text: string): string {
  return text.replace(
    /e([+-]?)(\d+)$/,
    (_, sign: string, digits: string) => `e${sign || '+'}${digits.padStart(2, '0')}`,
  );
}

function clamp(precision: number): number {
  return Math.min(100, Math.max(0, precision));
}
