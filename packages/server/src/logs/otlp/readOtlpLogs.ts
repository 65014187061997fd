import { readAttributes, readText } from '../../otlp/readAttributes.ts';
import { asNanoseconds, asRecord, asText, itemsOf, type JsonRecord } from '../../otlp/readJsonFields.ts';
import type { OtlpLogGroup, OtlpLogRecord } from './OtlpLogs.ts';

/**
 * Reads a request of OTLP logs in its JSON form. Fields that are not known are skipped.
 *
 * @throws Error When it has another form; the message says where.
 */
export function readOtlpLogs(body: unknown): readonly OtlpLogGroup[] {
  return itemsOf(asRecord(body, 'the body'), 'resourceLogs', '').flatMap(([path, group]) => {
    const resource = readAttributes(asRecord(group.resource ?? {}, `${path}.resource`), `${path}.resource`);
    return itemsOf(group, 'scopeLogs', path).map(([at, scopeLogs]) => {
      const { name } = asRecord(scopeLogs.scope ?? {}, `${at}.scope`);
      const records = itemsOf(scopeLogs, 'logRecords', at).map(([where, record]) => readRecord(record, where));
      return { resource, scopeName: asText(name, `${at}.scope.name`), records };
    });
  });
}

function readRecord(record: JsonRecord, path: string): OtlpLogRecord {
  return {
    timeNs: asNanoseconds(record.timeUnixNano, `${path}.timeUnixNano`),
    observedNs: asNanoseconds(record.observedTimeUnixNano, `${path}.observedTimeUnixNano`),
    severityNumber: asSeverity(record.severityNumber, `${path}.severityNumber`),
    severityText: asText(record.severityText, `${path}.severityText`),
    body: readText(record.body, `${path}.body`),
    attributes: readAttributes(record, path),
    traceId: asHex(record.traceId, `${path}.traceId`),
    spanId: asHex(record.spanId, `${path}.spanId`),
    eventName: asText(record.eventName, `${path}.eventName`),
  };
}

function asSeverity(value: unknown, path: string): number {
  if (value === undefined || value === null) return 0;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new Error(`${path} is no whole number`);
  return value;
}

/** Ids are bytes in Protocol Buffers, and hexadecimal in JSON. */
function asHex(value: unknown, path: string): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : asText(value, path).toLowerCase();
}
