import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { Head } from './Head.ts';
import { HeadExtender } from './HeadExtender.ts';
import { createSeries, noteTime, SeriesCatalog } from './SeriesCatalog.ts';
import { writeRows } from './writeRows.ts';

const STEP_MS = 1000;
const ROWS = 6000;
const RECENT = 1200;
const END_MS = ROWS * STEP_MS;

let folder: string;
let database: Database;
let reads: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-extender-'));
  const opened = await openDatabase(folder);
  reads = 0;
  database = {
    ...opened,
    read(task) {
      reads += 1;
      return opened.read(task);
    },
  };
});

afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

async function createExtender(maxBytes: number): Promise<{ readonly extender: HeadExtender; readonly head: Head }> {
  const head = new Head(END_MS);
  const catalog = new SeriesCatalog();
  const series = createSeries(1, head.refFor({ __name__: 'up' }));
  catalog.add(series);
  const samples = {
    seriesIds: new Uint32Array(ROWS).fill(1),
    times: Float64Array.from({ length: ROWS }, (_, row) => row * STEP_MS),
    values: new Float64Array(ROWS),
    length: ROWS,
  };
  await database.write((connection) => writeRows(connection, { series: [series], samples, metadata: [] }));
  noteTime(series, 0);
  noteTime(series, END_MS - STEP_MS);
  // As many as tell what a sample takes.
  const { labels } = series;
  const recent = Array.from({ length: RECENT }, (_, row) => ({ labels, timeMs: END_MS + row, value: row }));
  head.insert(recent.map((sample) => ({ series, sample })));
  return { extender: new HeadExtender({ database, catalog, head, maxBytes, oldestMs: () => 0 }), head };
}

it('reads back until there is no more', async () => {
  const { extender, head } = await createExtender(1e6);
  await extender.extend();
  expect([head.startMs, head.sampleCount]).toEqual([0, ROWS + RECENT]);
  const before = reads;
  await extender.extend();
  expect(reads).toBe(before);
});

it('asks once whether more fits in, as long as nothing else becomes of the head', async () => {
  const { extender, head } = await createExtender(50_000);
  await extender.extend();
  expect(head.sampleCount).toBeGreaterThan(RECENT);
  expect(head.startMs).toBeGreaterThan(0);
  const before = reads;
  await extender.extend();
  await extender.extend();
  expect(reads).toBe(before);
  head.trim(head.startMs + 600 * STEP_MS);
  const { sampleCount } = head;
  await extender.extend();
  expect(reads).toBeGreaterThan(before);
  expect(head.sampleCount).toBeGreaterThan(sampleCount);
});
