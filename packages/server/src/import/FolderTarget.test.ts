import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSelector } from '@glasspane/promql/syntax';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../log/createLogger.ts';
import { openDuckDbStore } from '../store/openDuckDbStore.ts';
import { FolderTarget } from './FolderTarget.ts';
import type { FileProgress, MetricNews } from './ImportTarget.ts';
import { SampleBuffer } from './SampleBuffer.ts';

const NOW = Date.UTC(2026, 0, 31, 12);
const IDENTITY = { path: '/a.om', size: 10, modifiedMs: 5.5, digest: 'd' };
const PROGRESS: FileProgress = { offset: 10, lines: 3, samples: 2, duplicates: 0, refused: 1, isDone: false };

let folder: string;
let target: FolderTarget;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-target-'));
  target = await FolderTarget.open(folder);
});

afterEach(async () => {
  await target.close();
  await rm(folder, { recursive: true });
});

/** Writes samples of series that have a name only. */
function write(
  rows: readonly (readonly [name: string, offset: number, value: number])[],
  metadata: readonly MetricNews[] = [],
): Promise<number> {
  const samples = new SampleBuffer(4);
  for (const [name, offset, value] of rows) samples.add(target.seriesFor({ __name__: name }), NOW + offset, value);
  return target.write({ samples, metadata, identity: IDENTITY, progress: PROGRESS });
}

/** Reads all as a server would; the target must be closed. */
async function stored() {
  const log = createLogger('silent', () => undefined);
  const clock = { now: () => NOW, setTimeout: () => () => undefined };
  const store = await openDuckDbStore({ folder, log, clock });
  try {
    const found = await store.select({
      matchers: parseSelector('{__name__=~".+"}'),
      startMs: NOW - 86_400_000,
      endMs: NOW,
    });
    const samples = found.map(({ labels, times, values }) => [
      labels.__name__,
      ...Array.from(times, (time, row) => [time - NOW, values[row]]),
    ]);
    return { samples: samples.sort(), metadata: store.metadata() };
  } finally {
    await store.close();
  }
}

describe('FolderTarget', () => {
  it('keeps the first sample of a series for a time, in whatever order they come, and counts the others', async () => {
    expect(
      await write([
        ['a', -10, 1],
        ['b', -10, 2],
        ['a', -30, 3],
        ['a', -20, 4],
        ['a', -30, 5],
        ['a', -20, 4],
      ]),
    ).toBe(2);
    expect(
      await write([
        ['a', -20, 6],
        ['a', -25, 7],
        ['a', -40, 8],
        ['c', 0, 9],
      ]),
    ).toBe(1);
    await target.close();
    expect((await stored()).samples).toEqual([
      ['a', [-40, 8], [-30, 3], [-25, 7], [-20, 4], [-10, 1]],
      ['b', [-10, 2]],
      ['c', [0, 9]],
    ]);
  });

  it('goes on with the series, the samples and the metrics of the folder', async () => {
    await write(
      [
        ['a', -20, 1],
        ['b', -20, 2],
      ],
      [
        { name: 'a', help: 'An a.' },
        { name: 'b', type: 'gauge', help: 'Old.' },
      ],
    );
    await target.close();
    target = await FolderTarget.open(folder);
    const news: MetricNews[] = [
      { name: 'a', type: 'counter' },
      { name: 'b', help: 'New.' },
      { name: 'c', unit: 's' },
    ];
    expect(
      await write(
        [
          ['c', -20, 3],
          ['b', -20, 4],
          ['b', -30, 5],
          ['b', -10, 6],
        ],
        news,
      ),
    ).toBe(1);
    await target.close();
    const { samples, metadata } = await stored();
    expect(samples).toEqual([
      ['a', [-20, 1]],
      ['b', [-30, 5], [-20, 2], [-10, 6]],
      ['c', [-20, 3]],
    ]);
    expect(metadata).toEqual([
      { name: 'a', type: 'counter', help: 'An a.' },
      { name: 'b', type: 'gauge', help: 'New.' },
      { name: 'c', type: 'unknown', unit: 's' },
    ]);
  });

  it('remembers how far a file has come, and knows when it has changed', async () => {
    expect(await target.find(IDENTITY)).toEqual({ type: 'new' });
    await write([
      ['a', -20, 1],
      ['a', -20, 2],
    ]);
    await target.close();
    target = await FolderTarget.open(folder);
    const progress = { ...PROGRESS, duplicates: 1 };
    expect(await target.find(IDENTITY)).toEqual({ type: 'known', progress });
    for (const change of [{ size: 11 }, { modifiedMs: 6 }, { digest: 'e' }]) {
      expect(await target.find({ ...IDENTITY, ...change })).toEqual({ type: 'changed', progress });
    }
    expect(await target.find({ ...IDENTITY, path: '/b.om' })).toEqual({ type: 'new' });
  });

  it('keeps nothing of a batch that cannot be written, its progress included', async () => {
    await write([['a', -20, 1]]);
    const before = await target.find(IDENTITY);
    const samples = new SampleBuffer(1);
    samples.add(target.seriesFor({ __name__: 'new' }), NOW, 1);
    samples.add(target.seriesFor({ __name__: 'a' }), 1e300, 1);
    await expect(
      target.write({ samples, metadata: [], identity: IDENTITY, progress: { ...PROGRESS, offset: 20 } }),
    ).rejects.toThrow();
    expect(await target.find(IDENTITY)).toEqual(before);
    await target.close();
    expect((await stored()).samples).toEqual([['a', [-20, 1]]]);
  });

  it('says so when the folder cannot be used', async () => {
    await expect(FolderTarget.open('/dev/null/data')).rejects.toThrow(
      'The data folder /dev/null/data cannot be written to',
    );
  });
});
