import type { LogSource } from '@glasspane/core';
import { parseLogql } from '@glasspane/core/logs';
import type { DuckDbLogs } from './DuckDbLogs.ts';
import type { LogTimeRange } from './LogSearch.ts';
import { labelsOf } from './query/encodeStreams.ts';

/** Makes the logs of the server a source for what reads them in the same process. */
export function createLogSource(logs: Pick<DuckDbLogs, 'search' | 'streams'>): LogSource {
  return {
    async query({ expr, limit, direction = 'backward', ...range }, signal) {
      const found = await logs.search({ ...toNs(range), query: parseLogql(expr), limit, direction }, signal);
      return found.map((log) => ({ labels: labelsOf(log), timeNs: log.timeNs, line: log.line }));
    },
    async labelNames(range, signal) {
      const streams = await logs.streams(toNs(range), [], signal);
      return sortedUnique(streams.flatMap(({ labels }) => Object.keys(labels)));
    },
    async labelValues(name, range, signal) {
      const streams = await logs.streams(toNs(range), [], signal);
      return sortedUnique(streams.flatMap(({ labels }) => (Object.hasOwn(labels, name) ? [labels[name] ?? ''] : [])));
    },
  };
}

function toNs({ startMs, endMs }: { readonly startMs: number; readonly endMs: number }): LogTimeRange {
  return { startNs: BigInt(Math.floor(startMs)) * 1_000_000n, endNs: BigInt(Math.floor(endMs)) * 1_000_000n };
}

function sortedUnique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
