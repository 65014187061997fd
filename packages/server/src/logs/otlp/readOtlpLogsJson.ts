import { integer } from './decodeOtlpValue.ts';
import type { OtlpAttribute, OtlpLogGroup, OtlpLogRecord, OtlpValue } from './OtlpLogs.ts';

type JsonRecord = Readonly<Record<string, unknown>>;

/**
 * Reads the JSON form of an OTLP logs request.
 *
 * @throws Error When it has another form; the message says where.
 */
export function readOtlpLogsJson(body: unknown): readonly OtlpLogGroup[] {
  const groups: OtlpLogGroup[] = [];
  for (const [resourcePath, resourceLogs] of itemsOf(asRecord(body, 'the body'), 'resourceLogs', '')) {
    const resource = attributesOf(asRecord(resourceLogs.resource ?? {}, `${resourcePath}.resource`), resourcePath);
    for (const [path, scopeLogs] of itemsOf(resourceLogs, 'scopeLogs', resourcePath)) {
      const { name = '' } = asRecord(scopeLogs.scope ?? {}, `${path}.scope`);
      const records = itemsOf(scopeLogs, 'logRecords', path).map(([recordPath, record]) =>
        readRecord(record, recordPath),
      );
      groups.push({ resource, scopeName: asText(name, `${path}.scope.name`), records });
    }
  }
  return groups;
}

function readRecord(record: JsonRecord, path: string): OtlpLogRecord {
  return {
    timeNs: asNanoseconds(record.timeUnixNano, `${path}.timeUnixNano`),
    observedNs: asNanoseconds(record.observedTimeUnixNano, `${path}.observedTimeUnixNano`),
    severityNumber: asSeverity(record.severityNumber, `${path}.severityNumber`),
    severityText: asText(record.severityText, `${path}.severityText`),
    body: readValue(record.body, `${path}.body`),
    attributes: attributesOf(record, path),
    traceId: asText(record.traceId, `${path}.traceId`).toLowerCase(),
    spanId: asText(record.spanId, `${path}.spanId`).toLowerCase(),
    eventName: asText(record.eventName, `${path}.eventName`),
  };
}

function attributesOf(owner: JsonRecord, path: string): readonly OtlpAttribute[] {
  return itemsOf(owner, 'attributes', path).map(([at, { key, value }]) => [
    asText(key, `${at}.key`),
    readValue(value, `${at}.value`),
  ]);
}

function readValue(value: unknown, path: string): OtlpValue {
  if (value === undefined || value === null) return null;
  const given = asRecord(value, path);
  if (given.stringValue !== undefined) return asText(given.stringValue, `${path}.stringValue`);
  if (given.bytesValue !== undefined) return asText(given.bytesValue, `${path}.bytesValue`);
  if (given.boolValue !== undefined) {
    if (typeof given.boolValue !== 'boolean') throw new Error(`${path}.boolValue must be true or false`);
    return given.boolValue;
  }
  if (given.intValue !== undefined) {
    const digits = String(given.intValue);
    if (!/^-?\d{1,19}$/.test(digits)) throw new Error(`${path}.intValue must be a whole number`);
    return integer(digits);
  }
  if (given.doubleValue !== undefined) {
    const number = typeof given.doubleValue === 'number' ? given.doubleValue : Number.NaN;
    // JSON has no words for these, the mapping of Protocol Buffers has.
    if (Number.isNaN(number) && !/^-?Infinity$|^NaN$/.test(String(given.doubleValue)))
      throw new Error(`${path}.doubleValue must be a number`);
    return Number.isNaN(number) ? String(given.doubleValue) : number;
  }
  if (given.arrayValue !== undefined) {
    const at = `${path}.arrayValue`;
    return itemsOf(asRecord(given.arrayValue, at), 'values', at).map(([itemPath, item]) => readValue(item, itemPath));
  }
  if (given.kvlistValue !== undefined) {
    const at = `${path}.kvlistValue`;
    const items = itemsOf(asRecord(given.kvlistValue, at), 'values', at);
    return Object.fromEntries(
      items.map(([itemPath, item]) => [asText(item.key, itemPath), readValue(item.value, itemPath)]),
    );
  }
  return null;
}

function itemsOf(
  owner: JsonRecord,
  name: string,
  path: string,
): readonly (readonly [path: string, item: JsonRecord])[] {
  const items = owner[name] ?? [];
  const at = path === '' ? name : `${path}.${name}`;
  if (!Array.isArray(items)) throw new Error(`${at} must be a list`);
  return items.map((item: unknown, index) => [`${at}[${index}]`, asRecord(item, `${at}[${index}]`)] as const);
}

function asNanoseconds(value: unknown, path: string): bigint {
  if (value === undefined || value === null) return 0n;
  const digits = String(value);
  if (!/^\d{1,20}$/.test(digits)) throw new Error(`${path} must be nanoseconds since the epoch, as a string of digits`);
  return BigInt(digits);
}

function asSeverity(value: unknown, path: string): number {
  if (value === undefined || value === null) return 0;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new Error(`${path} must be a whole number`);
  return value;
}

function asText(value: unknown, path: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') throw new Error(`${path} must be a string`);
  return value;
}

function asRecord(value: unknown, path: string): JsonRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${path} must be an object`);
  return value as JsonRecord;
}
