import protobuf from 'protobufjs';
import { compress } from 'snappyjs';

/** A series on its way to a server. */
export interface RemoteSeries {
  readonly labels: Readonly<Record<string, string>>;
  /** In order of time; times in milliseconds since the epoch. */
  readonly samples: readonly (readonly [timeMs: number, value: number])[];
}

/** What a server is told of a metric. */
export interface RemoteMetadata {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram' | 'summary' | 'info' | 'stateset' | 'unknown';
  readonly help?: string | undefined;
  readonly unit?: string | undefined;
}

/** What one remote-write request carries. */
export interface WriteRequest {
  readonly series: readonly RemoteSeries[];
  readonly metadata?: readonly RemoteMetadata[] | undefined;
}

// https://prometheus.io/docs/specs/prw/remote_write_spec/
const SCHEMA = `
  syntax = "proto3";
  message WriteRequest { repeated TimeSeries timeseries = 1; repeated Metadata metadata = 3; }
  message TimeSeries { repeated Label labels = 1; repeated Sample samples = 2; }
  message Label { string name = 1; string value = 2; }
  message Sample { double value = 1; int64 timestamp = 2; }
  message Metadata { int32 type = 1; string metric_family_name = 2; string help = 4; string unit = 5; }
`;

const METADATA_TYPES = ['unknown', 'counter', 'gauge', 'histogram', '', 'summary', 'info', 'stateset'];

/** The value that stands for a staleness marker: a NaN of certain bits, which a number cannot be trusted to carry. */
export const STALE = -1.234_567_890_123e-200;

const STALE_BITS = Uint8Array.of(2, 0, 0, 0, 0, 0, 0xf0, 0x7f);

function putStalenessMarkers(message: Buffer): Buffer {
  const placeholder = Buffer.from(Float64Array.of(STALE).buffer);
  for (let at = message.indexOf(placeholder); at >= 0; at = message.indexOf(placeholder, at))
    message.set(STALE_BITS, at);
  return message;
}

/** Encodes a remote-write 1.0 request: protocol buffers in one snappy block. */
export function encodeWriteRequest({ series, metadata = [] }: WriteRequest): Uint8Array<ArrayBuffer> {
  const type = protobuf.parse(SCHEMA, { keepCase: true }).root.lookupType('WriteRequest');
  const message = type.encode({
    timeseries: series.map(({ labels, samples }) => ({
      labels: Object.entries(labels)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => ({ name, value })),
      samples: samples.map(([timestamp, value]) => ({ timestamp, value })),
    })),
    metadata: metadata.map(({ name, type: metricType, help = '', unit = '' }) => ({
      type: METADATA_TYPES.indexOf(metricType),
      metric_family_name: name,
      help,
      unit,
    })),
  });
  return Uint8Array.from(compress(putStalenessMarkers(Buffer.from(message.finish()))));
}

/**
 * Writes series to a server.
 *
 * @param url - The whole address: `http://127.0.0.1:9090/api/v1/write`.
 */
export function remoteWrite(url: string, request: WriteRequest): Promise<void> {
  return postWrite(url, encodeWriteRequest(request));
}

/** Sends a request that is encoded already. */
export async function postWrite(url: string, body: Uint8Array<ArrayBuffer>): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-protobuf',
      'content-encoding': 'snappy',
      'x-prometheus-remote-write-version': '0.1.0',
    },
    body,
  });
  // Read to its end in any case, so that its connection is free again.
  const answer = await response.text();
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}: ${answer}`);
}
