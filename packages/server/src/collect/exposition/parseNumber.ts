const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

const SPECIAL: ReadonlyMap<string, number> = new Map([
  ['nan', Number.NaN],
  ['inf', Number.POSITIVE_INFINITY],
  ['+inf', Number.POSITIVE_INFINITY],
  ['-inf', Number.NEGATIVE_INFINITY],
  ['infinity', Number.POSITIVE_INFINITY],
  ['+infinity', Number.POSITIVE_INFINITY],
  ['-infinity', Number.NEGATIVE_INFINITY],
]);

/** Parses a value as Prometheus does; `undefined` where it is none, or too large for a double. */
export function parseNumber(token: string): number | undefined {
  if (!DECIMAL.test(token)) return SPECIAL.get(token.toLowerCase());
  const value = Number(token);
  return Number.isFinite(value) ? value : undefined;
}
