/**
 * Returns a sample value as Prometheus's API writes it: the shortest digits that read back as the same number, with an
 * exponent below 1e-6 and from 1e21 on, at least two digits long.
 */
export function formatFloat(value: number): string {
  if (Number.isFinite(value)) {
    if (Object.is(value, -0)) return '-0';
    const text = String(value);
    // JavaScript changes to exponents at the same sizes as Prometheus, but writes short ones with one digit.
    return text.includes('e') ? text.replace(/e([+-])(\d)$/, 'e$10$2') : text;
  }
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '+Inf' : '-Inf';
}

/** Returns the value of a scalar as Prometheus's API writes it: as {@link formatFloat} does, but never with an exponent. */
export function formatScalar(value: number): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(String(value));
  if (match === null) return formatFloat(value);
  const [, sign = '', first = '', rest = '', exponentText = ''] = match;
  const digits = first + rest;
  const exponent = Number(exponentText);
  // Exponents come only with numbers whose point lies outside of their digits.
  return exponent < 0 ? `${sign}0.${'0'.repeat(-exponent - 1)}${digits}` : sign + digits.padEnd(exponent + 1, '0');
}

/** Returns a time as Prometheus's API writes it: seconds, with three digits behind the point or none. */
export function formatTime(timeMs: number): string {
  const sign = timeMs < 0 ? '-' : '';
  const absolute = Math.abs(timeMs);
  const fraction = absolute % 1000;
  const seconds = (absolute - fraction) / 1000;
  return fraction === 0 ? `${sign}${seconds}` : `${sign}${seconds}.${String(fraction).padStart(3, '0')}`;
}
