import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from './database.ts';
import type { Head } from './Head.ts';
import type { Slice, SlicePlan } from './planSlices.ts';
import { readRows } from './readRows.ts';
import { noteTime, type SeriesCatalog } from './SeriesCatalog.ts';

/** Where samples are loaded from, and where to. */
export interface LoadTarget {
  readonly database: Database;
  readonly catalog: SeriesCatalog;
  readonly head: Head;
}

const MS_PER_TURN = 10;

/** Reads the samples of a slice into the head, before those that are there; other work gets its turns. */
export async function loadSlice({ database, catalog, head }: LoadTarget, slice: Slice, plan: SlicePlan): Promise<void> {
  const rows = await database.read((connection) => readRows(connection, slice, () => undefined));
  let turnStartedAt = performance.now();
  for (const { seriesId, ...columns } of rows.spans()) {
    const series = catalog.byId(seriesId);
    if (series === undefined) continue;
    const rest = (plan.rowCounts.get(seriesId) ?? 0) - columns.times.length;
    plan.rowCounts.set(seriesId, rest);
    head.prepend(series, columns, Math.max(rest, 0));
    noteTime(series, columns.times[0] ?? Number.NaN);
    noteTime(series, columns.times.at(-1) ?? Number.NaN);
    if (performance.now() - turnStartedAt < MS_PER_TURN) continue;
    await nextTurn();
    turnStartedAt = performance.now();
  }
}
