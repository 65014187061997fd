/** An object of a request, with nothing known of it yet. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** @throws Error When it is no object. */
export function asRecord(value: unknown, path: string): JsonRecord {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonRecord;
  throw new Error(`${path} is no object`);
}

/**
 * Returns the objects of a list with their places; a list that is missing is empty.
 *
 * @throws Error When it is no list of objects.
 */
export function itemsOf(
  record: JsonRecord,
  field: string,
  path: string,
): readonly (readonly [path: string, item: JsonRecord])[] {
  const where = path === '' ? field : `${path}.${field}`;
  const list = record[field] ?? [];
  if (!Array.isArray(list)) throw new Error(`${where} is no list`);
  return list.map((item, index) => [`${where}[${index}]`, asRecord(item, `${where}[${index}]`)]);
}

/** Returns a text; one that is missing is empty. */
export function asText(value: unknown, path: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  throw new Error(`${path} is no text`);
}

/** Returns a number, which may come as text where it is large or no finite one; one that is missing is 0. */
export function asNumber(value: unknown, path: string): number {
  if (value === undefined || value === null) return 0;
  if (typeof value === 'number') return value;
  if (value === 'NaN') return Number.NaN;
  if (typeof value === 'string' && /^-?(?:\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|Infinity)$/.test(value)) return Number(value);
  throw new Error(`${path} is no number`);
}

/** Returns a time in milliseconds since the epoch of one in nanoseconds; one that is missing is 0. */
export function asTimeMs(value: unknown, path: string): number {
  return Number(asNanoseconds(value, path) / 1_000_000n);
}

/** Returns a time in nanoseconds since the epoch; one that is missing is 0. */
export function asNanoseconds(value: unknown, path: string): bigint {
  if (value === undefined || value === null) return 0n;
  const isWhole = typeof value === 'number' ? Number.isInteger(value) && value >= 0 : /^\d{1,20}$/.test(String(value));
  if (isWhole) return BigInt(value as string | number);
  throw new Error(`${path} is no whole number of nanoseconds`);
}
