import type { LogEntry } from '@glasspane/core';

/** One line on the screen. */
export interface LogRow {
  /** Tells the line from every other one, and is the same whenever it comes. */
  readonly key: string;
  readonly entry: LogEntry;
}

/** The newest lines of several sources. */
export interface LogRows {
  /** In order of time, the newest first. */
  readonly rows: readonly LogRow[];
  /** Whether older lines were left out. */
  readonly isCut: boolean;
}

/**
 * Puts the lines that were found and those that came since into one order, each once, and keeps the newest.
 *
 * @param limit - At most so many rows.
 */
export function logRows(found: readonly LogEntry[], tailed: readonly LogEntry[], limit: number): LogRows {
  const byKey = new Map<string, LogEntry>();
  for (const entry of found) byKey.set(keyOf(entry), entry);
  // Newer ones of one moment stand above older ones.
  for (const entry of [...tailed].reverse()) {
    const key = keyOf(entry);
    if (!byKey.has(key)) byKey.set(key, entry);
  }
  const rows = Array.from(byKey, ([key, entry]) => ({ key, entry })).sort(newestFirst);
  return { rows: rows.slice(0, limit), isCut: rows.length > limit };
}

function newestFirst({ entry: a }: LogRow, { entry: b }: LogRow): number {
  return a.timeNs === b.timeNs ? 0 : a.timeNs > b.timeNs ? -1 : 1;
}

function keyOf({ labels, timeNs, line }: LogEntry): string {
  const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${timeNs} ${JSON.stringify(sorted)} ${line}`;
}
