import type { Attribute } from './OtlpMetrics.ts';
import { asRecord, asText, itemsOf, type JsonRecord } from './readJsonFields.ts';

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

const MAX_DEPTH = 32;

/**
 * Returns the attributes of a resource or point, their values as text: lists and objects as JSON, bytes as base64.
 *
 * @throws Error When one has another form; the message says where.
 */
export function readAttributes(record: JsonRecord, path: string): readonly Attribute[] {
  return itemsOf(record, 'attributes', path).map(([at, { key, value }]) => {
    const plain = readValue(value, `${at}.value`, 0);
    const text = typeof plain === 'string' ? plain : plain === null ? '' : JSON.stringify(plain);
    return [asText(key, `${at}.key`), text];
  });
}

function readValue(value: unknown, path: string, depth: number): Plain {
  if (value === undefined || value === null) return null;
  if (depth > MAX_DEPTH) throw new Error(`${path} is nested more than ${MAX_DEPTH} levels deep`);
  const { stringValue, boolValue, intValue, doubleValue, arrayValue, kvlistValue, bytesValue } = asRecord(value, path);
  if (stringValue !== undefined) return asText(stringValue, path);
  if (boolValue !== undefined) return boolValue === true;
  if (intValue !== undefined) return /^-?\d+$/.test(String(intValue)) ? integer(String(intValue)) : fail(path);
  // A number that is none comes as text, and stays one.
  if (doubleValue !== undefined)
    return typeof doubleValue === 'number' ? finite(doubleValue) : asText(doubleValue, path);
  if (bytesValue !== undefined) return asText(bytesValue, path);
  if (arrayValue !== undefined) {
    return itemsOf(asRecord(arrayValue, path), 'values', path).map(([at, item]) => readValue(item, at, depth + 1));
  }
  if (kvlistValue === undefined) return null;
  const pairs = itemsOf(asRecord(kvlistValue, path), 'values', path);
  return Object.fromEntries(pairs.map(([at, pair]) => [asText(pair.key, at), readValue(pair.value, at, depth + 1)]));
}

/** Digits that a number cannot hold stay text. */
function integer(digits: string): number | string {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : digits;
}

function finite(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

function fail(path: string): never {
  throw new Error(`${path} is no whole number`);
}
