import type { MetricDescriptor, MetricType } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';
import protobuf from 'protobufjs/minimal.js';
import { BYTES, FIXED64, tagOf, VARINT } from '../protobuf/readFields.ts';
import type { SampleRowColumns } from '../store/appendSamples.ts';

// By number in the protocol; the fourth is a gauge histogram.
const METRIC_TYPES: readonly (MetricType | '')[] = [
  'unknown',
  'counter',
  'gauge',
  'histogram',
  '',
  'summary',
  'info',
  'stateset',
];

/**
 * Encodes a part of samples, those of a series together, as the message `prometheus.WriteRequest` of remote write 1.0.
 *
 * @param labelsOf - Returns the labels, in order, of a number in `seriesIds`.
 */
export function encodeWriteRequest(
  { seriesIds, times, values }: SampleRowColumns,
  [from, to]: readonly [from: number, to: number],
  labelsOf: (seriesId: number) => Labels,
  metadata: readonly MetricDescriptor[],
): Uint8Array {
  const writer = protobuf.Writer.create();
  let row = from;
  while (row < to) {
    const seriesId = seriesIds[row] ?? 0;
    writer.uint32(tagOf(1, BYTES)).fork();
    writeLabels(writer, labelsOf(seriesId));
    for (; row < to && seriesIds[row] === seriesId; row += 1) {
      writer.uint32(tagOf(2, BYTES)).fork();
      writer.uint32(tagOf(1, FIXED64)).double(values[row] ?? 0);
      writer.uint32(tagOf(2, VARINT)).int64(times[row] ?? 0);
      writer.ldelim();
    }
    writer.ldelim();
  }
  for (const descriptor of metadata) writeMetadata(writer, descriptor);
  return writer.finish();
}

function writeLabels(writer: protobuf.Writer, labels: Labels): void {
  for (const [name, value] of Object.entries(labels)) {
    writer.uint32(tagOf(1, BYTES)).fork();
    writer.uint32(tagOf(1, BYTES)).string(name);
    writer.uint32(tagOf(2, BYTES)).string(value);
    writer.ldelim();
  }
}

function writeMetadata(writer: protobuf.Writer, { type, name, help = '', unit = '' }: MetricDescriptor): void {
  writer.uint32(tagOf(3, BYTES)).fork();
  writer.uint32(tagOf(1, VARINT)).int32(Math.max(0, METRIC_TYPES.indexOf(type)));
  writer.uint32(tagOf(2, BYTES)).string(name);
  writer.uint32(tagOf(4, BYTES)).string(help);
  writer.uint32(tagOf(5, BYTES)).string(unit);
  writer.ldelim();
}
