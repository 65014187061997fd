/**
 * Returns the value of a number as PromQL writes it (`0x1F`, `1_000`, `.5`, `2.`, `1e3`, `Inf`, `NaN`), without sign.
 *
 * @internal
 */
export function parseNumber(text: string): number {
  const plain = text.replaceAll('_', '').toLowerCase();
  if (plain === 'inf') return Number.POSITIVE_INFINITY;
  if (plain === 'nan') return Number.NaN;
  return /^0[0-7]+$/.test(plain) ? Number.parseInt(plain, 8) : Number(plain);
}

const numberPattern =
  /^(?:0[xX]_?[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?|inf|nan)$/i;

/** Returns whether the text is a number to {@link parseNumber}. */
export function isNumber(text: string): boolean {
  return numberPattern.test(text);
}

/**
 * Returns a number in the notation of Prometheus's API and of PromQL: shortest digits, `+Inf`, `-Inf`, `NaN`.
 *
 * @public
 */
export function formatNumber(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  if (value === Number.NEGATIVE_INFINITY) return '-Inf';
  if (Object.is(value, -0)) return '-0';
  return String(value);
}
