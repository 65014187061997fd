import type { MetricDescriptor, MetricType } from '@glasspane/core';
import type { Reader } from 'protobufjs/minimal.js';
import { createReader } from '../protobuf/createReader.ts';
import { BYTES, FIXED64, readFields, readInt64, readMessage, readText, tagOf, VARINT } from '../protobuf/readFields.ts';

/** A label as it came. */
export interface WireLabel {
  readonly name: string;
  readonly value: string;
}

/** A sample as it came, with Prometheus's staleness marker recognised. */
export interface WireSample {
  readonly timeMs: number;
  readonly value: number;
  readonly isStale: boolean;
}

/** A series as it came. */
export interface WireSeries {
  readonly labels: readonly WireLabel[];
  readonly samples: readonly WireSample[];
  /** How many native histograms came with it. */
  readonly histogramCount: number;
}

/** A remote-write 1.0 request. */
export interface WriteRequest {
  readonly series: readonly WireSeries[];
  readonly metadata: readonly MetricDescriptor[];
}

// The NaN that Prometheus reserves for the end of a series, in two halves.
const STALE_HIGH = 0x7ff00000;
const STALE_LOW = 2;

// By number in the protocol. A gauge histogram has no word of ours.
const METRIC_TYPES: readonly MetricType[] = [
  'unknown',
  'counter',
  'gauge',
  'histogram',
  'unknown',
  'summary',
  'info',
  'stateset',
];

const REQUEST_TIMESERIES = tagOf(1, BYTES);
const REQUEST_METADATA = tagOf(3, BYTES);
const SERIES_LABEL = tagOf(1, BYTES);
const SERIES_SAMPLE = tagOf(2, BYTES);
const SERIES_HISTOGRAM = tagOf(4, BYTES);
const LABEL_NAME = tagOf(1, BYTES);
const LABEL_VALUE = tagOf(2, BYTES);
const SAMPLE_VALUE = tagOf(1, FIXED64);
const SAMPLE_TIMESTAMP = tagOf(2, VARINT);
const METADATA_TYPE = tagOf(1, VARINT);
const METADATA_NAME = tagOf(2, BYTES);
const METADATA_HELP = tagOf(4, BYTES);
const METADATA_UNIT = tagOf(5, BYTES);

/**
 * Decodes the message `prometheus.WriteRequest`. Unknown fields are skipped.
 *
 * @throws Error When it is no such message.
 */
export function decodeWriteRequest(message: Uint8Array): WriteRequest {
  const series: WireSeries[] = [];
  const metadata: MetricDescriptor[] = [];
  const reader = createReader(message);
  readFields(reader, message.length, (tag) => {
    if (tag === REQUEST_TIMESERIES) series.push(readMessage(reader, readSeries));
    else if (tag === REQUEST_METADATA) metadata.push(readMessage(reader, readMetadata));
    else reader.skipType(tag & 7);
  });
  return { series, metadata };
}

function readSeries(reader: Reader, end: number): WireSeries {
  const labels: WireLabel[] = [];
  const samples: WireSample[] = [];
  let histogramCount = 0;
  readFields(reader, end, (tag) => {
    if (tag === SERIES_LABEL) labels.push(readMessage(reader, readLabel));
    else if (tag === SERIES_SAMPLE) samples.push(readMessage(reader, readSample));
    else {
      if (tag === SERIES_HISTOGRAM) histogramCount += 1;
      reader.skipType(tag & 7);
    }
  });
  return { labels, samples, histogramCount };
}

function readLabel(reader: Reader, end: number): WireLabel {
  let name = '';
  let value = '';
  readFields(reader, end, (tag) => {
    if (tag === LABEL_NAME) name = readText(reader);
    else if (tag === LABEL_VALUE) value = readText(reader);
    else reader.skipType(tag & 7);
  });
  return { name, value };
}

function readSample(reader: Reader, end: number): WireSample {
  let timeMs = 0;
  let value = 0;
  let isStale = false;
  readFields(reader, end, (tag) => {
    if (tag === SAMPLE_VALUE) {
      // The bits first, because a NaN may lose them on its way through JavaScript's numbers.
      const low = reader.fixed32();
      const high = reader.fixed32();
      isStale = high === STALE_HIGH && low === STALE_LOW;
      reader.pos -= 8;
      value = reader.double();
    } else if (tag === SAMPLE_TIMESTAMP) timeMs = readInt64(reader);
    else reader.skipType(tag & 7);
  });
  return { timeMs, value, isStale };
}

function readMetadata(reader: Reader, end: number): MetricDescriptor {
  let name = '';
  let type: MetricType = 'unknown';
  let help = '';
  let unit = '';
  readFields(reader, end, (tag) => {
    if (tag === METADATA_TYPE) type = METRIC_TYPES[reader.uint32()] ?? 'unknown';
    else if (tag === METADATA_NAME) name = readText(reader);
    else if (tag === METADATA_HELP) help = readText(reader);
    else if (tag === METADATA_UNIT) unit = readText(reader);
    else reader.skipType(tag & 7);
  });
  return { name, type, help, unit };
}
