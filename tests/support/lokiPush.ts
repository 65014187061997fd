import type { LogEntry } from '@glasspane/core';
import protobuf from 'protobufjs';
import { compress } from 'snappyjs';

/** One stream on its way to a server. */
export interface LokiStream {
  readonly labels: Readonly<Record<string, string>>;
  readonly entries: readonly LokiEntry[];
}

/** One line on its way to a server. */
export interface LokiEntry {
  readonly timeNs: bigint;
  readonly line: string;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

// https://github.com/grafana/loki/blob/main/pkg/push/push.proto
const SCHEMA = `
  syntax = "proto3";
  message PushRequest { repeated Stream streams = 1; }
  message Stream { string labels = 1; repeated Entry entries = 2; uint64 hash = 3; }
  message Entry { Timestamp timestamp = 1; string line = 2; repeated Pair structuredMetadata = 3; }
  message Timestamp { int64 seconds = 1; int32 nanos = 2; }
  message Pair { string name = 1; string value = 2; }
`;

const SECOND_NS = 1_000_000_000n;

/** Encodes a push as Promtail does: protocol buffers in one snappy block. */
export function encodePushRequest(streams: readonly LokiStream[]): Uint8Array<ArrayBuffer> {
  const type = protobuf.parse(SCHEMA, { keepCase: true }).root.lookupType('PushRequest');
  const message = type.encode({
    streams: streams.map(({ labels, entries }) => ({
      labels: `{${Object.entries(labels)
        .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
        .join(', ')}}`,
      hash: 7,
      entries: entries.map(({ timeNs, line, metadata = {} }) => ({
        timestamp: { seconds: Number(timeNs / SECOND_NS), nanos: Number(timeNs % SECOND_NS) },
        line,
        structuredMetadata: Object.entries(metadata).map(([name, value]) => ({ name, value })),
      })),
    })),
  });
  return Uint8Array.from(compress(message.finish()));
}

/** Returns the JSON form of a push. */
export function jsonPush(streams: readonly LokiStream[]): string {
  return JSON.stringify({
    streams: streams.map(({ labels, entries }) => ({
      stream: labels,
      values: entries.map(({ timeNs, line, metadata }) => [
        String(timeNs),
        line,
        ...(metadata === undefined ? [] : [metadata]),
      ]),
    })),
  });
}

/** Pushes lines to a server, as JSON. */
export async function pushLogs(url: string, entries: readonly LogEntry[]): Promise<void> {
  const body = jsonPush(entries.map(({ labels, timeNs, line }) => ({ labels, entries: [{ timeNs, line }] })));
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/loki/api/v1/push`, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${await response.text()}`);
}

/** One line as a server tells it. */
export interface FoundLine {
  readonly stream: Readonly<Record<string, string>>;
  readonly timeNs: string;
  readonly line: string;
}

/** Asks a server for lines, in the order in which it gives them. */
export async function queryLogs(
  url: string,
  query: string,
  more: Readonly<Record<string, string>> = {},
): Promise<readonly FoundLine[]> {
  const response = await fetch(`${url}/loki/api/v1/query_range?${new URLSearchParams({ query, ...more })}`);
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${await response.text()}`);
  const { data } = await response.json();
  return data.result.flatMap(
    ({ stream, values }: { readonly stream: FoundLine['stream']; readonly values: [string, string][] }) =>
      values.map(([timeNs, line]) => ({ stream, timeNs, line })),
  );
}
