import { parseStreamSelector } from '@glasspane/core/logs';
import type { Labels } from '@glasspane/promql';
import type { Reader } from 'protobufjs/minimal.js';
import { createReader } from '../../protobuf/createReader.ts';
import { BYTES, readFields, readMessage, readText, tagOf, VARINT } from '../../protobuf/readFields.ts';
import type { IncomingLog } from '../IncomingLog.ts';

const REQUEST_STREAM = tagOf(1, BYTES);
const STREAM_LABELS = tagOf(1, BYTES);
const STREAM_ENTRY = tagOf(2, BYTES);
const ENTRY_TIMESTAMP = tagOf(1, BYTES);
const ENTRY_LINE = tagOf(2, BYTES);
const ENTRY_METADATA = tagOf(3, BYTES);
const TIMESTAMP_SECONDS = tagOf(1, VARINT);
const TIMESTAMP_NANOS = tagOf(2, VARINT);
const PAIR_NAME = tagOf(1, BYTES);
const PAIR_VALUE = tagOf(2, BYTES);

const SECOND_NS = 1_000_000_000n;

/**
 * Decodes the message `logproto.PushRequest`, as Promtail and Grafana Alloy send it. Unknown fields are skipped.
 *
 * @throws Error When it is no such message, or the labels of a stream cannot be read.
 */
export function decodePushRequest(message: Uint8Array): readonly IncomingLog[] {
  const logs: IncomingLog[] = [];
  const reader = createReader(message);
  readFields(reader, message.length, (tag) => {
    if (tag === REQUEST_STREAM) for (const log of readMessage(reader, readStream)) logs.push(log);
    else reader.skipType(tag & 7);
  });
  return logs;
}

function readStream(reader: Reader, end: number): readonly IncomingLog[] {
  let labels: Labels = {};
  const entries: Omit<IncomingLog, 'labels'>[] = [];
  readFields(reader, end, (tag) => {
    if (tag === STREAM_LABELS) labels = parseLabels(readText(reader));
    else if (tag === STREAM_ENTRY) entries.push(readMessage(reader, readEntry));
    else reader.skipType(tag & 7);
  });
  return entries.map((entry) => ({ ...entry, labels }));
}

function readEntry(reader: Reader, end: number): Omit<IncomingLog, 'labels'> {
  let timeNs = 0n;
  let line = '';
  const metadata: [string, string][] = [];
  readFields(reader, end, (tag) => {
    if (tag === ENTRY_TIMESTAMP) timeNs = readMessage(reader, readTimestamp);
    else if (tag === ENTRY_LINE) line = readText(reader);
    else if (tag === ENTRY_METADATA) metadata.push(readMessage(reader, readPair));
    else reader.skipType(tag & 7);
  });
  return { timeNs, line, ...(metadata.length === 0 ? {} : { metadata: Object.fromEntries(metadata) }) };
}

function readTimestamp(reader: Reader, end: number): bigint {
  let seconds = 0n;
  let nanos = 0n;
  readFields(reader, end, (tag) => {
    if (tag === TIMESTAMP_SECONDS) seconds = BigInt(String(reader.int64()));
    else if (tag === TIMESTAMP_NANOS) nanos = BigInt(reader.int32());
    else reader.skipType(tag & 7);
  });
  return seconds * SECOND_NS + nanos;
}

function readPair(reader: Reader, end: number): [string, string] {
  let name = '';
  let value = '';
  readFields(reader, end, (tag) => {
    if (tag === PAIR_NAME) name = readText(reader);
    else if (tag === PAIR_VALUE) value = readText(reader);
    else reader.skipType(tag & 7);
  });
  return [name, value];
}

/** The labels stand there as a text, such as `{app="api", env="prod"}`. */
function parseLabels(text: string): Labels {
  const matchers = parseStreamSelector(text);
  const other = matchers.find(({ operator }) => operator !== '=');
  if (other !== undefined) throw new Error(`the labels ${text} must be given with =, not ${other.operator}`);
  const labels = Object.fromEntries(matchers.map(({ name, value }) => [name, value]));
  if (Object.keys(labels).length !== matchers.length) throw new Error(`a label is there twice in ${text}`);
  return labels;
}
