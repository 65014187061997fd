import { asNumber, asRecord, asText, itemsOf, type JsonRecord } from './readJsonFields.ts';

/** An attribute, its value as text. */
export type Attribute = readonly [name: string, value: string];

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

// A value that is nested more deeply would overflow the stack of whoever walks it.
const MAX_DEPTH = 32;

/**
 * Returns the attributes of a resource, point or record, their values as {@link readText} returns them.
 *
 * @throws Error When one has another form; the message says where.
 */
export function readAttributes(record: JsonRecord, path: string): readonly Attribute[] {
  return itemsOf(record, 'attributes', path).map(([at, { key, value }]) => [
    asText(key, `${at}.key`),
    readText(value, `${at}.value`),
  ]);
}

/**
 * Returns a value of OpenTelemetry as text: lists and objects as JSON, bytes as base64, nothing as the empty text.
 *
 * @throws Error When it has another form; the message says where.
 */
export function readText(value: unknown, path: string): string {
  const plain = readValue(value, path, 0);
  return typeof plain === 'string' ? plain : plain === null ? '' : JSON.stringify(plain);
}

function readValue(value: unknown, path: string, depth: number): Plain {
  if (value === undefined || value === null) return null;
  if (depth > MAX_DEPTH) throw new Error(`${path} is nested more than ${MAX_DEPTH} levels deep`);
  const { stringValue, boolValue, intValue, doubleValue, arrayValue, kvlistValue, bytesValue } = asRecord(value, path);
  if (stringValue !== undefined) return asText(stringValue, `${path}.stringValue`);
  if (boolValue !== undefined) return asBoolean(boolValue, `${path}.boolValue`);
  if (intValue !== undefined) return asInteger(intValue, `${path}.intValue`);
  if (doubleValue !== undefined) return finite(asNumber(doubleValue, `${path}.doubleValue`));
  if (bytesValue instanceof Uint8Array) return Buffer.from(bytesValue).toString('base64');
  if (bytesValue !== undefined) return asText(bytesValue, `${path}.bytesValue`);
  if (arrayValue !== undefined) {
    const at = `${path}.arrayValue`;
    return itemsOf(asRecord(arrayValue, at), 'values', at).map(([where, item]) => readValue(item, where, depth + 1));
  }
  if (kvlistValue === undefined) return null;
  const at = `${path}.kvlistValue`;
  const pairs = itemsOf(asRecord(kvlistValue, at), 'values', at);
  return Object.fromEntries(
    pairs.map(([where, pair]) => [asText(pair.key, `${where}.key`), readValue(pair.value, where, depth + 1)]),
  );
}

function asBoolean(value: unknown, path: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new Error(`${path} is neither true nor false`);
}

/** Digits that a number cannot hold stay text. */
function asInteger(value: unknown, path: string): number | string {
  const digits = String(value);
  if (!/^-?\d{1,19}$/.test(digits)) throw new Error(`${path} is no whole number`);
  return Number.isSafeInteger(Number(digits)) ? Number(digits) : digits;
}

/** JSON has no words for the others. */
function finite(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}
