/** Writes the value of an alert as Prometheus's API does: always with an exponent, `1.5e+00`. */
export function formatValue(value: string): string {
  const number = Number(value.replace('Inf', 'Infinity'));
  if (!Number.isFinite(number)) return value;
  return number.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
}
