/** Returns the power as IEEE 754 and Go define it; JavaScript alone gives NaN for 1 ^ NaN and -1 ^ Inf. */
export function power(base: number, exponent: number): number {
  if (base === 1) return 1;
  if (base === -1 && (exponent === Number.POSITIVE_INFINITY || exponent === Number.NEGATIVE_INFINITY)) return 1;
  return base ** exponent;
}
