import type { Frame, LogEntry } from '@glasspane/core';

/** Returns lines, of which the newest comes first, as the columns of a frame, the oldest first; none where there are none. */
export function toLogFrame(entries: readonly LogEntry[]): Frame {
  if (entries.length === 0) return { length: 0, fields: [] };
  const sorted = [...entries].reverse().sort((a, b) => (a.timeNs === b.timeNs ? 0 : a.timeNs < b.timeNs ? -1 : 1));
  const column = (name: string, write: (entry: LogEntry) => string) =>
    ({ kind: 'string', name, values: sorted.map(write) }) as const;
  return {
    length: sorted.length,
    fields: [
      { kind: 'time', name: 'time', values: Float64Array.from(sorted, ({ timeNs }) => toMs(timeNs)) },
      column('timeNs', ({ timeNs }) => String(timeNs)),
      column('labels', ({ labels }) => JSON.stringify(labels)),
      column('line', ({ line }) => line),
    ],
  };
}

/** Returns the lines that {@link toLogFrame} made a frame of. */
export function fromLogFrame({ fields, length }: Frame): readonly LogEntry[] {
  const column = (wanted: string): readonly string[] => {
    const field = fields.find(({ name }) => name === wanted);
    return field?.kind === 'string' ? field.values : [];
  };
  const [times, labels, lines] = [column('timeNs'), column('labels'), column('line')];
  return Array.from({ length }, (_, row) => ({
    timeNs: BigInt(times[row] ?? 0),
    labels: JSON.parse(labels[row] ?? '{}') as LogEntry['labels'],
    line: lines[row] ?? '',
  }));
}

/** Returns a time in milliseconds since the epoch. */
export function toMs(timeNs: bigint): number {
  return Number(timeNs / 1_000_000n);
}
