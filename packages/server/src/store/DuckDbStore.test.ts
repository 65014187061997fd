import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Clock } from '@glasspane/core';
import type { SampleSeries } from '@glasspane/promql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLogger } from '../log/createLogger.ts';
import { DuckDbStore } from './DuckDbStore.ts';
import { type Database, openDatabase } from './database.ts';
import { loadDuckDbStore, type OpenStoreOptions, openDuckDbStore } from './openDuckDbStore.ts';
import { SampleRows } from './SampleRows.ts';
import type { SampleBatch, StoredSample } from './SampleStore.ts';
import { StoreOpenError, StoreWriteError } from './storeErrors.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 0, 31, 12);
const EVER = { startMs: Number.NEGATIVE_INFINITY, endMs: Number.POSITIVE_INFINITY };
const all = [{ name: '__name__', operator: '!=', value: '' }] as const;

let folder: string;
let now: number;
let timers: { readonly at: number; readonly run: () => void }[];
const opened: DuckDbStore[] = [];

const clock: Clock = {
  now: () => now,
  setTimeout(run, delayMs) {
    const timer = { at: now + delayMs, run };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  },
};

function advance(milliseconds: number): void {
  now += milliseconds;
  const due = timers.filter(({ at }) => at <= now);
  timers = timers.filter(({ at }) => at > now);
  for (const { run } of due) run();
}

const log = createLogger('silent', () => undefined);

async function open(options: Partial<OpenStoreOptions> = {}): Promise<DuckDbStore> {
  const store = await openDuckDbStore({ folder, clock, log, ...options });
  opened.push(store);
  return store;
}

function sample(name: string, timeMs: number, value: number, more: Record<string, string> = {}): StoredSample {
  return { labels: { __name__: name, ...more }, timeMs, value };
}

/** Returns a connection that is full at the last moment. */
function refusingCommits(connection: DuckDBConnection): DuckDBConnection {
  return new Proxy(connection, {
    get(target, name) {
      if (name !== 'run') return Reflect.get(target, name).bind(target);
      return (sql: string) =>
        sql === 'COMMIT' ? Promise.reject(new Error('No space left on device')) : target.run(sql);
    },
  });
}

function plain(series: readonly SampleSeries[]): unknown {
  return series
    .map(({ labels, times, values, stale }) => ({
      labels: { ...labels },
      samples: Array.from(times, (time, row) => [time, stale?.[row] === 1 ? 'stale' : values[row]]),
    }))
    .sort((a, b) => (JSON.stringify(a.labels) < JSON.stringify(b.labels) ? -1 : 1));
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-store-'));
  now = NOW;
  timers = [];
});

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  await rm(folder, { recursive: true, force: true });
});

describe('DuckDbStore', () => {
  it('returns what was appended, before and after it was opened again', async () => {
    const batch: SampleBatch = {
      samples: [
        sample('up', NOW - 1000, 1, { job: 'api' }),
        sample('up', NOW, 0, { job: 'api' }),
        sample('up', NOW - 30 * HOUR, 1, { job: 'web' }),
      ],
      metadata: [{ name: 'up', type: 'gauge', help: 'Whether the target answered.' }],
    };
    const expected = [
      {
        labels: { __name__: 'up', job: 'api' },
        samples: [
          [NOW - 1000, 1],
          [NOW, 0],
        ],
      },
      { labels: { __name__: 'up', job: 'web' }, samples: [[NOW - 30 * HOUR, 1]] },
    ];
    const first = await open();
    await first.append(batch);
    expect(plain(await first.select({ matchers: all, ...EVER }))).toEqual(expected);
    await first.close();

    const second = await open();
    expect(plain(await second.select({ matchers: all, ...EVER }))).toEqual(expected);
    expect(second.metadata()).toEqual(batch.metadata);
  });

  it.each([
    ['in memory', NOW - 1000],
    ['on disk only', NOW - 30 * HOUR],
  ])('tells NaN, infinities, minus zero and staleness markers apart, %s', async (_, start) => {
    const values = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 5e-324];
    const store = await open();
    await store.append({
      samples: [
        ...values.map((value, index) => sample('odd', start + index, value)),
        { ...sample('odd', start + values.length, 0), isStale: true },
      ],
    });
    await store.close();
    const again = await open();
    const [series] = await again.select({ matchers: all, ...EVER });
    expect(series?.values.slice(0, values.length)).toEqual(Float64Array.from(values));
    expect(series?.stale).toEqual(Uint8Array.from([0, 0, 0, 0, 0, 1]));
  });

  it('keeps the first of several samples for one time, in memory and on disk', async () => {
    const times = [NOW - 1000, NOW - 30 * HOUR];
    const store = await open();
    for (const value of [1, 2]) await store.append({ samples: times.map((time) => sample('twice', time, value)) });
    await store.append({ samples: times.flatMap((time) => [3, 4].map((value) => sample('same_batch', time, value))) });
    const expected = [
      {
        labels: { __name__: 'same_batch' },
        samples: [
          [NOW - 30 * HOUR, 3],
          [NOW - 1000, 3],
        ],
      },
      {
        labels: { __name__: 'twice' },
        samples: [
          [NOW - 30 * HOUR, 1],
          [NOW - 1000, 1],
        ],
      },
    ];
    expect(plain(await store.select({ matchers: all, ...EVER }))).toEqual(expected);
    await store.close();
    expect(plain(await (await open()).select({ matchers: all, ...EVER }))).toEqual(expected);
  });

  it('orders samples that come out of order', async () => {
    const offsets = [5, 1, 4, 2, 3, -30 * HOUR, -29 * HOUR];
    const store = await open();
    for (const offset of offsets) await store.append({ samples: [sample('late', NOW - 1000 + offset, offset)] });
    await store.append({ samples: [9, 7, 8, 6].map((offset) => sample('late', NOW - 1000 + offset, offset)) });
    const [series] = await store.select({ matchers: all, ...EVER });
    expect(Array.from(series?.values ?? [])).toEqual([-30 * HOUR, -29 * HOUR, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('joins memory and disk at any window, also when the head moves on', async () => {
    const store = await open({ headWindowMs: HOUR, headBytes: 0 });
    const times = Array.from({ length: 40 }, (_, index) => NOW - 2 * HOUR + index * 180_000);
    for (const time of times) {
      await store.append({ samples: [sample('a', time, time), sample('b', time, -time)] });
    }
    for (const round of [0, 1, 2]) {
      for (const startMs of [NOW - 3 * HOUR, NOW - 2 * HOUR, NOW - HOUR - 1, NOW - HOUR, NOW - 60_000]) {
        for (const endMs of [NOW - 90 * 60_000, NOW - HOUR, NOW]) {
          const window = times.filter((time) => time > startMs && time <= endMs);
          const found = await store.select({
            matchers: [{ name: '__name__', operator: '=', value: 'a' }],
            startMs,
            endMs,
          });
          expect(
            found.flatMap((series) => Array.from(series.times)),
            `round ${round}`,
          ).toEqual(window);
        }
      }
      advance(20 * 60_000);
    }
    expect(store.stats().headStartMs).toBe(NOW);
  });

  it('answers from memory at once when the window lies in the head', async () => {
    const store = await open();
    await store.append({ samples: [sample('up', NOW - 1000, 1)] });
    // Afterwards it is known that there is nothing older.
    await store.series({});
    expect(store.select({ matchers: all, startMs: NOW - 3 * HOUR, endMs: NOW })).toBeInstanceOf(Array);
    expect(store.select({ matchers: all, startMs: NOW - 4 * HOUR, endMs: NOW })).toBeInstanceOf(Array);
    await store.append({ samples: [sample('up', NOW - 5 * HOUR, 1)] });
    const older = store.select({ matchers: all, startMs: NOW - 6 * HOUR, endMs: NOW });
    expect(older).toBeInstanceOf(Promise);
    await older;
  });

  it('reads what is older than its window back into memory when it is opened, and asks the disk no more', async () => {
    const first = await open({ headWindowMs: HOUR });
    const times = Array.from({ length: 200 }, (_, index) => NOW - 30 * HOUR + index * 540_000);
    for (const at of [times.slice(150), times.slice(50), times.slice(0, 60)]) {
      await first.append({ samples: at.flatMap((time) => [sample('a', time, time), sample('b', time, -time)]) });
    }
    await first.close();

    const store = await open({ headWindowMs: HOUR });
    expect(store.stats().headStartMs).toBe(NOW - HOUR);
    await vi.waitUntil(() => store.stats().headStartMs === times[0]);
    const found = store.select({ matchers: all, startMs: NOW - 40 * HOUR, endMs: NOW });
    expect(found).toBeInstanceOf(Array);
    const samples = (sign: number): unknown => times.map((time) => [time, sign * time]);
    expect(plain(await found)).toEqual([
      { labels: { __name__: 'a' }, samples: samples(1) },
      { labels: { __name__: 'b' }, samples: samples(-1) },
    ]);
    expect(new Set((await found).map((series) => series.times)).size).toBe(1);
  });

  it('loses no sample that is committed between the read of older ones and the moment they are in memory', async () => {
    const first = await open({ headWindowMs: HOUR });
    await first.append({ samples: [sample('a', NOW - 3 * HOUR, 1), sample('b', NOW - 3 * HOUR, 2)] });
    await first.close();

    const database = await openDatabase(folder);
    let letGo = (): void => undefined;
    const isHeld = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let hasRead = false;
    const slow: Database = {
      ...database,
      read: async (task) => {
        const result = await database.read(task);
        if (!(result instanceof SampleRows) || [...result.spans()].length === 0) return result;
        hasRead = true;
        await isHeld;
        return result;
      },
    };
    const store = await loadDuckDbStore(slow, { folder, clock, headWindowMs: HOUR, log });
    opened.push(store);
    await vi.waitUntil(() => hasRead);
    const late = [sample('a', NOW - 2 * HOUR, 3), sample('a', NOW - 3 * HOUR, 4), sample('new', NOW - 2 * HOUR, 5)];
    await store.append({ samples: late });
    letGo();
    await vi.waitUntil(() => store.stats().headStartMs === NOW - 3 * HOUR);
    const found = store.select({ matchers: all, ...EVER });
    expect(found).toBeInstanceOf(Array);
    expect(plain(await found)).toEqual([
      {
        labels: { __name__: 'a' },
        samples: [
          [NOW - 3 * HOUR, 1],
          [NOW - 2 * HOUR, 3],
        ],
      },
      { labels: { __name__: 'b' }, samples: [[NOW - 3 * HOUR, 2]] },
      { labels: { __name__: 'new' }, samples: [[NOW - 2 * HOUR, 5]] },
    ]);
  });

  it('keeps as much of the past in memory as may be, and drops the oldest samples', async () => {
    const store = await open({ headWindowMs: HOUR, headBytes: 1000 });
    const fill = async (): Promise<void> => {
      const samples = Array.from({ length: 60 }, (_, index) => sample('a', now - HOUR + index * 60_000, index));
      await store.append({ samples });
    };
    await fill();
    for (let round = 0; round < 3; round += 1) {
      advance(HOUR);
      await fill();
    }
    // The window alone takes 960 bytes.
    advance(60_000);
    const { headSamples, headStartMs, headMaxBytes } = store.stats();
    expect([headSamples <= 63, headStartMs <= now - HOUR, headMaxBytes]).toEqual([true, true, 1000]);
    const [series] = await store.select({ matchers: all, ...EVER });
    expect(series?.times.length).toBe(240);
  });

  it('takes samples that came in late into memory once no more of them come', async () => {
    const store = await open({ headWindowMs: HOUR });
    await store.append({ samples: [sample('a', NOW - 1000, 1)] });
    for (let hour = 1; hour <= 5; hour += 1)
      await store.append({ samples: [sample('a', NOW - hour * HOUR - 1, hour)] });
    advance(10_000);
    expect(store.stats().headStartMs).toBe(NOW - HOUR);
    advance(10_000);
    await vi.waitUntil(() => store.stats().headStartMs === NOW - 5 * HOUR - 1);
    const [series] = await store.select({ matchers: all, ...EVER });
    expect(Array.from(series?.values ?? [])).toEqual([5, 4, 3, 2, 1, 1]);
  });

  it('keeps label names and values as they are, whatever they are', async () => {
    const labels = Object.fromEntries([
      ['__name__', 'odd'],
      ['__proto__', 'x'],
      ['constructor', '"; DROP TABLE samples; --'],
      ['7', 'a\n\u0000b'],
      ['ünï', '数'],
    ]);
    const store = await open();
    await store.append({ samples: [{ labels, timeMs: NOW - 30 * HOUR, value: 1 }] });
    await store.close();
    const again = await open();
    await again.append({ samples: [{ labels, timeMs: NOW, value: 2 }] });
    const found = await again.select({ matchers: [{ name: '__proto__', operator: '=', value: 'x' }], ...EVER });
    expect(found.map((series) => Object.entries(series.labels))).toEqual([Object.entries(labels).sort()]);
    expect(Array.from(found[0]?.values ?? [])).toEqual([1, 2]);
    expect(await again.labelValues('__proto__', {})).toEqual(['x']);
    expect(await again.labelValues('toString', {})).toEqual([]);
  });

  it('takes all of a batch or nothing of it', async () => {
    const store = await open();
    const heard: SampleBatch[] = [];
    store.onAppend((batch) => heard.push(batch));
    const bad: readonly (readonly [StoredSample, string])[] = [
      [
        { labels: { __name__: 'a' }, timeMs: 1.5, value: 1 },
        'samples[1]: the time 1.5 is not a whole number of milliseconds',
      ],
      [
        { labels: { job: 'a' }, timeMs: 1, value: 1 },
        'samples[1]: the label __name__, the name of the metric, is missing',
      ],
      [
        { labels: { __name__: 'a', job: '' }, timeMs: 1, value: 1 },
        'samples[1]: the label "job" has no value; leave it out',
      ],
    ];
    for (const [sampleOfBatch, message] of bad) {
      await expect(store.append({ samples: [sample('good', NOW, 1), sampleOfBatch] })).rejects.toMatchObject({
        code: 'invalid',
        message,
      });
    }
    expect(await store.series({})).toEqual([]);
    expect(heard).toEqual([]);
  });

  it('lists series, names and values of the time range asked for', async () => {
    const store = await open();
    await store.append({
      samples: [
        sample('old', NOW - 30 * HOUR, 1, { job: 'batch' }),
        sample('new', NOW - 1000, 1, { job: 'api', zone: 'b' }),
        sample('new', NOW - 1000, 1, { job: 'api', zone: 'a' }),
      ],
    });
    await store.close();
    const again = await open();
    expect(await again.labelNames({})).toEqual(['__name__', 'job', 'zone']);
    expect(await again.labelNames({ endMs: NOW - 24 * HOUR })).toEqual(['__name__', 'job']);
    expect(await again.labelValues('job', {})).toEqual(['api', 'batch']);
    expect(await again.labelValues('job', { startMs: NOW - HOUR })).toEqual(['api']);
    expect(await again.labelValues('zone', { selectors: ['{job="api"}', '{zone="a"}'], limit: 1 })).toEqual(['a']);
    expect((await again.series({ selectors: ['{job="api"}', '{zone="a"}'] })).length).toBe(2);
    expect(await again.series({ selectors: ['old'] })).toEqual([{ __name__: 'old', job: 'batch' }]);
  });

  it('announces what is durable, with the same label object for the same series', async () => {
    const store = await open();
    const heard: SampleBatch[] = [];
    const undo = store.onAppend((batch) => heard.push(batch));
    store.onAppend(() => {
      throw new Error('a listener of somebody else');
    });
    await store.append({ samples: [sample('up', NOW, 1, { job: 'a' })] });
    await store.append({ samples: [{ labels: { job: 'a', __name__: 'up' }, timeMs: NOW + 1, value: 2 }] });
    undo();
    await store.append({ samples: [sample('up', NOW + 2, 3)] });
    expect(heard.map(({ samples }) => samples)).toEqual([
      [sample('up', NOW, 1, { job: 'a' })],
      [sample('up', NOW + 1, 2, { job: 'a' })],
    ]);
    expect(heard[1]?.samples[0]?.labels).toBe(heard[0]?.samples[0]?.labels);
  });

  it('commits writers that come together in one transaction', async () => {
    const store = await open();
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => store.append({ samples: [sample('up', NOW + index, index)] })),
    );
    expect(store.stats()).toMatchObject({ samples: 50, series: 1, failedCommits: 0 });
    expect(store.stats().commits).toBeLessThanOrEqual(2);
    const [series] = await store.select({ matchers: all, ...EVER });
    expect(series?.times.length).toBe(50);
  });

  it('does not write a batch again that is sent again', async () => {
    const store = await open();
    const batch = { samples: [sample('up', NOW, 1), sample('down', NOW, 1)] };
    for (let round = 0; round < 3; round += 1) await store.append(batch);
    expect(store.stats()).toMatchObject({ samples: 2, repeatedSamples: 4 });
  });

  it('removes samples over the retention time, and series that have no other', async () => {
    const store = await open({ retentionMs: 24 * HOUR });
    await store.append({
      samples: [
        sample('ended', NOW - 23 * HOUR, 1),
        sample('lives', NOW - 23 * HOUR, 1),
        sample('lives', NOW - 1000, 2),
      ],
    });
    now += 2 * HOUR;
    await store.applyRetention();
    expect(await store.labelValues('__name__', {})).toEqual(['lives']);
    await store.append({ samples: [sample('ended', now, 3)] });
    const expected = [
      { labels: { __name__: 'ended' }, samples: [[now, 3]] },
      { labels: { __name__: 'lives' }, samples: [[NOW - 1000, 2]] },
    ];
    expect(plain(await store.select({ matchers: all, ...EVER }))).toEqual(expected);
    await store.close();
    expect(plain(await (await open()).select({ matchers: all, ...EVER }))).toEqual(expected);
  });

  it('refuses reads over the limit of samples, and says so', async () => {
    const store = await open({ maxSamplesPerQuery: 100 });
    await store.append({
      samples: Array.from({ length: 101 }, (_, index) => sample('up', NOW - 30 * HOUR + index, 1)),
    });
    await expect(store.select({ matchers: all, ...EVER })).rejects.toMatchObject({ code: 'too_many_samples' });
  });

  it('stops reading when its caller gives up', async () => {
    const store = await open();
    await store.append({ samples: [sample('up', NOW - 30 * HOUR, 1)] });
    const controller = new AbortController();
    const reading = store.select({ matchers: all, ...EVER }, controller.signal);
    controller.abort();
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('acknowledges nothing that could not be written, and goes on when writing works again', async () => {
    const database = await openDatabase(folder);
    let isFull = false;
    const failing: Database = {
      ...database,
      write: (task) =>
        database.write(async (connection) => {
          if (!isFull) return await task(connection);
          return await task(refusingCommits(connection));
        }),
    };
    const lines: string[] = [];
    const store = await DuckDbStore.load(failing, {
      headWindowMs: HOUR,
      headBytes: 0,
      retentionMs: 24 * HOUR,
      maxSamplesPerQuery: 1000,
      clock,
      log: createLogger('error', (line) => lines.push(line)),
    });
    opened.push(store);
    await store.append({ samples: [sample('up', NOW - 2, 1)] });
    await store.applyRetention();
    isFull = true;
    const failed = store.append({ samples: [sample('up', NOW - 1, 2), sample('new', NOW, 3)] });
    await expect(failed).rejects.toThrow(StoreWriteError);
    await expect(failed).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('No space left'),
    });
    expect(store.stats()).toMatchObject({ failedCommits: 1, series: 1, samples: 1 });
    expect(lines).toEqual([expect.stringContaining('error="No space left on device"')]);
    isFull = false;
    await store.append({ samples: [sample('new', NOW, 4)] });
    const expected = [
      { labels: { __name__: 'new' }, samples: [[NOW, 4]] },
      { labels: { __name__: 'up' }, samples: [[NOW - 2, 1]] },
    ];
    expect(plain(await store.select({ matchers: all, ...EVER }))).toEqual(expected);
    await store.close();
    expect(plain(await (await open()).select({ matchers: all, ...EVER }))).toEqual(expected);
  });

  it('does not open what is no folder', async () => {
    await expect(open({ folder: '/dev/null/data' })).rejects.toThrow(StoreOpenError);
    await expect(open({ folder: '/dev/null/data' })).rejects.toThrow(
      /The data folder \/dev\/null\/data cannot be written to/,
    );
  });

  it('refuses everything after it was closed, and leaves no timer', async () => {
    const store = await open();
    await store.close();
    await expect(store.append({ samples: [sample('up', NOW, 1)] })).rejects.toMatchObject({ code: 'unavailable' });
    expect(timers).toEqual([]);
  });
});
