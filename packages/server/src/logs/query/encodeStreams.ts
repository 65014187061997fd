import type { Labels } from '@glasspane/promql';
import type { StoredLog } from '../LogSearch.ts';
import { sortedLabels, streamKey } from '../StreamCatalog.ts';

/**
 * Returns lines in the form of Loki's answers, as JSON: grouped by their labels, in the order of the first line of each.
 * What is known of a line alone stands among its labels, as Loki does it.
 */
export function encodeStreams(logs: readonly StoredLog[]): string {
  const groups = new Map<string, { readonly stream: Labels; readonly values: [string, string][] }>();
  for (const log of logs) {
    const stream = labelsOf(log);
    const key = streamKey(stream);
    const group = groups.get(key) ?? { stream, values: [] };
    groups.set(key, group);
    group.values.push([String(log.timeNs), log.line]);
  }
  return JSON.stringify({ resultType: 'streams', result: [...groups.values()], stats: {} });
}

/** Returns the labels of a line's stream, and those of the line itself; the stream's win. */
export function labelsOf({ labels, metadata }: Pick<StoredLog, 'labels' | 'metadata'>): Labels {
  return metadata === undefined ? labels : sortedLabels({ ...metadata, ...labels });
}
