import type { Reader } from 'protobufjs/minimal.js';
import { BYTES, FIXED64, readFields, readMessage, readText, tagOf, VARINT } from '../../protobuf/readFields.ts';
import type { OtlpAttribute, OtlpValue } from './OtlpLogs.ts';

const ATTRIBUTE_KEY = tagOf(1, BYTES);
const ATTRIBUTE_VALUE = tagOf(2, BYTES);
const VALUE_STRING = tagOf(1, BYTES);
const VALUE_BOOL = tagOf(2, VARINT);
const VALUE_INT = tagOf(3, VARINT);
const VALUE_DOUBLE = tagOf(4, FIXED64);
const VALUE_ARRAY = tagOf(5, BYTES);
const VALUE_KEY_VALUES = tagOf(6, BYTES);
const VALUE_BYTES = tagOf(7, BYTES);
const LIST_ITEM = tagOf(1, BYTES);

/** A value that is nested more deeply would overflow the stack of whoever walks it. */
const MAX_DEPTH = 32;

/** Decodes the message `KeyValue`. */
export function decodeAttribute(reader: Reader, end: number): OtlpAttribute {
  return readAttribute(reader, end, 0);
}

/** Decodes the message `AnyValue`. */
export function decodeOtlpValue(reader: Reader, end: number): OtlpValue {
  return readValue(reader, end, 0);
}

function readAttribute(reader: Reader, end: number, depth: number): OtlpAttribute {
  let name = '';
  let value: OtlpValue = null;
  readFields(reader, end, (tag) => {
    if (tag === ATTRIBUTE_KEY) name = readText(reader);
    else if (tag === ATTRIBUTE_VALUE) value = readMessage(reader, (inner, to) => readValue(inner, to, depth));
    else reader.skipType(tag & 7);
  });
  return [name, value];
}

function readValue(reader: Reader, end: number, depth: number): OtlpValue {
  if (depth > MAX_DEPTH) throw new Error(`a value is nested more than ${MAX_DEPTH} levels deep`);
  let value: OtlpValue = null;
  readFields(reader, end, (tag) => {
    if (tag === VALUE_STRING) value = readText(reader);
    else if (tag === VALUE_BOOL) value = reader.bool();
    else if (tag === VALUE_INT) value = integer(String(reader.int64()));
    else if (tag === VALUE_DOUBLE) value = reader.double();
    else if (tag === VALUE_ARRAY) value = readMessage(reader, (inner, to) => readItems(inner, to, depth, readValue));
    else if (tag === VALUE_KEY_VALUES) {
      value = Object.fromEntries(readMessage(reader, (inner, to) => readItems(inner, to, depth, readAttribute)));
    } else if (tag === VALUE_BYTES) value = Buffer.from(reader.bytes()).toString('base64');
    else reader.skipType(tag & 7);
  });
  return value;
}

function readItems<TItem>(
  reader: Reader,
  end: number,
  depth: number,
  read: (reader: Reader, end: number, depth: number) => TItem,
): TItem[] {
  const items: TItem[] = [];
  readFields(reader, end, (tag) => {
    if (tag === LIST_ITEM) items.push(readMessage(reader, (inner, to) => read(inner, to, depth + 1)));
    else reader.skipType(tag & 7);
  });
  return items;
}

/** Returns a number where it is exact, else its digits. */
export function integer(digits: string): number | string {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : digits;
}
