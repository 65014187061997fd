import type { Reader } from 'protobufjs/minimal.js';
import { createReader } from '../../protobuf/createReader.ts';
import { BYTES, FIXED64, readFields, readMessage, readText, tagOf, VARINT } from '../../protobuf/readFields.ts';
import { decodeAttribute, decodeOtlpValue } from './decodeOtlpValue.ts';
import type { OtlpAttribute, OtlpLogGroup, OtlpLogRecord } from './OtlpLogs.ts';

const REQUEST_RESOURCE_LOGS = tagOf(1, BYTES);
const RESOURCE_LOGS_RESOURCE = tagOf(1, BYTES);
const RESOURCE_LOGS_SCOPE_LOGS = tagOf(2, BYTES);
const RESOURCE_ATTRIBUTE = tagOf(1, BYTES);
const SCOPE_LOGS_SCOPE = tagOf(1, BYTES);
const SCOPE_LOGS_RECORD = tagOf(2, BYTES);
const SCOPE_NAME = tagOf(1, BYTES);
const RECORD_TIME = tagOf(1, FIXED64);
const RECORD_SEVERITY_NUMBER = tagOf(2, VARINT);
const RECORD_SEVERITY_TEXT = tagOf(3, BYTES);
const RECORD_BODY = tagOf(5, BYTES);
const RECORD_ATTRIBUTE = tagOf(6, BYTES);
const RECORD_TRACE_ID = tagOf(9, BYTES);
const RECORD_SPAN_ID = tagOf(10, BYTES);
const RECORD_OBSERVED_TIME = tagOf(11, FIXED64);
const RECORD_EVENT_NAME = tagOf(12, BYTES);

/**
 * Decodes the message `opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest`. Unknown fields are skipped.
 *
 * @throws Error When it is no such message.
 */
export function decodeOtlpLogs(message: Uint8Array): readonly OtlpLogGroup[] {
  const groups: OtlpLogGroup[] = [];
  const reader = createReader(message);
  readFields(reader, message.length, (tag) => {
    if (tag === REQUEST_RESOURCE_LOGS) for (const group of readMessage(reader, readResourceLogs)) groups.push(group);
    else reader.skipType(tag & 7);
  });
  return groups;
}

function readResourceLogs(reader: Reader, end: number): readonly OtlpLogGroup[] {
  let resource: readonly OtlpAttribute[] = [];
  const scopes: Omit<OtlpLogGroup, 'resource'>[] = [];
  readFields(reader, end, (tag) => {
    if (tag === RESOURCE_LOGS_RESOURCE) resource = readMessage(reader, readResource);
    else if (tag === RESOURCE_LOGS_SCOPE_LOGS) scopes.push(readMessage(reader, readScopeLogs));
    else reader.skipType(tag & 7);
  });
  return scopes.map((scope) => ({ ...scope, resource }));
}

function readResource(reader: Reader, end: number): readonly OtlpAttribute[] {
  const attributes: OtlpAttribute[] = [];
  readFields(reader, end, (tag) => {
    if (tag === RESOURCE_ATTRIBUTE) attributes.push(readMessage(reader, decodeAttribute));
    else reader.skipType(tag & 7);
  });
  return attributes;
}

function readScopeLogs(reader: Reader, end: number): Omit<OtlpLogGroup, 'resource'> {
  let scopeName = '';
  const records: OtlpLogRecord[] = [];
  readFields(reader, end, (tag) => {
    if (tag === SCOPE_LOGS_SCOPE) scopeName = readMessage(reader, readScopeName);
    else if (tag === SCOPE_LOGS_RECORD) records.push(readMessage(reader, readRecord));
    else reader.skipType(tag & 7);
  });
  return { scopeName, records };
}

function readScopeName(reader: Reader, end: number): string {
  let name = '';
  readFields(reader, end, (tag) => {
    if (tag === SCOPE_NAME) name = readText(reader);
    else reader.skipType(tag & 7);
  });
  return name;
}

function readRecord(reader: Reader, end: number): OtlpLogRecord {
  const attributes: OtlpAttribute[] = [];
  const record: { -readonly [TField in keyof OtlpLogRecord]: OtlpLogRecord[TField] } = {
    timeNs: 0n,
    observedNs: 0n,
    severityNumber: 0,
    severityText: '',
    body: null,
    attributes,
    traceId: '',
    spanId: '',
    eventName: '',
  };
  readFields(reader, end, (tag) => {
    if (tag === RECORD_TIME) record.timeNs = readFixed64(reader);
    else if (tag === RECORD_OBSERVED_TIME) record.observedNs = readFixed64(reader);
    else if (tag === RECORD_SEVERITY_NUMBER) record.severityNumber = reader.int32();
    else if (tag === RECORD_SEVERITY_TEXT) record.severityText = readText(reader);
    else if (tag === RECORD_BODY) record.body = readMessage(reader, decodeOtlpValue);
    else if (tag === RECORD_ATTRIBUTE) attributes.push(readMessage(reader, decodeAttribute));
    else if (tag === RECORD_TRACE_ID) record.traceId = readHex(reader);
    else if (tag === RECORD_SPAN_ID) record.spanId = readHex(reader);
    else if (tag === RECORD_EVENT_NAME) record.eventName = readText(reader);
    else reader.skipType(tag & 7);
  });
  return record;
}

function readFixed64(reader: Reader): bigint {
  const low = BigInt(reader.fixed32());
  return (BigInt(reader.fixed32()) << 32n) | low;
}

function readHex(reader: Reader): string {
  return Buffer.from(reader.bytes()).toString('hex');
}
