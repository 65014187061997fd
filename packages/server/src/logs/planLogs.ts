import type { Labels } from '@glasspane/promql';
import type { IncomingLog } from './IncomingLog.ts';
import type { LogRow } from './logTables.ts';
import { type LogStream, type StreamCatalog, sortedLabels, streamKey } from './StreamCatalog.ts';

/** What one transaction writes. */
export interface LogPlan {
  readonly newStreams: readonly LogStream[];
  readonly rows: readonly LogRow[];
  readonly lastSeq: bigint;
}

/** Finds the stream of each line, and leaves out lines that come twice. What is planned is not in the catalog yet. */
export function planLogs(logs: readonly IncomingLog[], catalog: StreamCatalog, lastSeq: bigint): LogPlan {
  const newStreams = new Map<string, LogStream>();
  const byLabels = new Map<Labels, LogStream>();
  const streamOf = (labels: Labels): LogStream => {
    const known = byLabels.get(labels);
    if (known !== undefined) return known;
    const key = streamKey(labels);
    const stream = catalog.find(key) ?? newStreams.get(key) ?? { id: catalog.nextId(), labels: sortedLabels(labels) };
    if (catalog.get(stream.id) === undefined) newStreams.set(key, stream);
    byLabels.set(labels, stream);
    return stream;
  };
  const seen = new Set<string>();
  const rows: LogRow[] = [];
  let seq = lastSeq;
  for (const { labels, timeNs, line, metadata } of logs) {
    const stream = streamOf(labels);
    const text = toUtf8(line);
    const key = `${stream.id} ${timeNs} ${text}`;
    if (seen.has(key)) continue;
    seen.add(key);
    seq += 1n;
    rows.push({ stream, timeNs, seq, line: text, metadata });
  }
  return { newStreams: [...newStreams.values()], rows, lastSeq: seq };
}

/** Returns the text as the database will give it back: UTF-8 has no lone surrogates. */
function toUtf8(text: string): string {
  return /[\ud800-\udfff]/u.test(text) ? Buffer.from(text).toString() : text;
}
