import type { Labels, Matcher, SampleSeries } from '@glasspane/promql';
import { describe, expect, it } from 'vitest';
import { type SeriesColumns, type SeriesSample, SeriesStore } from './SeriesStore.ts';

const equal = (name: string, value: string): Matcher => ({ name, operator: '=', value });
const sample = (labels: Labels, timeMs: number, value = timeMs): SeriesSample => ({ labels, timeMs, value });
const everything = { matchers: [], startMs: -1, endMs: 1e15 };

/** Reads a store's answer into plain data. */
const plain = (found: readonly SampleSeries[]): unknown[] =>
  found.map(({ labels, times, values, stale }) => ({
    labels: Object.entries(labels),
    rows: Array.from(times, (timeMs, row) => [timeMs, stale?.[row] === 1 ? 'stale' : values[row]]),
  }));

describe('SeriesStore', () => {
  it('returns the samples after the start and up to the end, without copying', () => {
    const store = new SeriesStore();
    store.append([1, 2, 3, 4].map((timeMs) => sample({ __name__: 'up' }, timeMs)));
    const first = store.select({ matchers: [equal('__name__', 'up')], startMs: 1, endMs: 3 });
    const second = store.select({ matchers: [equal('__name__', 'up')], startMs: 1, endMs: 3 });
    expect(plain(first)).toEqual([
      {
        labels: [['__name__', 'up']],
        rows: [
          [2, 2],
          [3, 3],
        ],
      },
    ]);
    expect(first[0]?.times.buffer).toBe(second[0]?.times.buffer);
  });

  it('leaves series without a sample in the window out', () => {
    const store = new SeriesStore();
    store.append([sample({ __name__: 'old' }, 1), sample({ __name__: 'new' }, 9)]);
    expect(plain(store.select({ matchers: [], startMs: 5, endMs: 9 }))).toEqual([
      { labels: [['__name__', 'new']], rows: [[9, 9]] },
    ]);
  });

  it('keeps the first of two samples at one time, in and out of order', () => {
    const store = new SeriesStore();
    const added = store.append([
      sample({ a: '1' }, 5, 50),
      sample({ a: '1' }, 5, 51),
      sample({ a: '1' }, 3, 30),
      sample({ a: '1' }, 3, 31),
      sample({ a: '1' }, 9, 90),
    ]);
    expect(added).toBe(3);
    expect(store.append([sample({ a: '1' }, 3, 32), sample({ a: '1' }, 4, 40)])).toBe(1);
    expect(plain(store.select(everything))).toEqual([
      {
        labels: [['a', '1']],
        rows: [
          [3, 30],
          [4, 40],
          [5, 50],
          [9, 90],
        ],
      },
    ]);
    expect(store.sampleCount).toBe(4);
  });

  it('tells whether a sample was added by reference', () => {
    const store = new SeriesStore();
    const ref = store.refFor({ a: '1' });
    const added = [
      store.appendTo(ref, 5, 1),
      store.appendTo(ref, 5, 2),
      store.appendTo(ref, 4, 3),
      store.appendTo(ref, 4, 4),
      store.appendTo(ref, Number.NaN, 5),
    ];
    expect(added).toEqual([true, false, true, false, false]);
    expect(store.sampleCount).toBe(2);
  });

  it('marks staleness markers, and only where there are some', () => {
    const store = new SeriesStore();
    const ref = store.refFor({ a: '1' });
    store.appendTo(ref, 1, 10);
    expect(store.select(everything)[0]).not.toHaveProperty('stale');
    store.appendTo(ref, 3, 0, true);
    store.appendTo(ref, 2, 20);
    expect(plain(store.select(everything))).toEqual([
      {
        labels: [['a', '1']],
        rows: [
          [1, 10],
          [2, 20],
          [3, 'stale'],
        ],
      },
    ]);
  });

  it('never changes what it handed out', () => {
    const store = new SeriesStore();
    const ref = store.refFor({ a: '1' });
    for (let timeMs = 10; timeMs <= 100; timeMs += 10) store.appendTo(ref, timeMs, timeMs);
    const before = store.select(everything);
    const copy = plain(before);
    store.append([sample({ a: '1' }, 15), sample({ a: '1' }, 110), sample({ a: '1' }, 5)]);
    store.dropBefore(90);
    for (let timeMs = 120; timeMs <= 1000; timeMs += 10) store.appendTo(ref, timeMs, timeMs, timeMs === 500);
    expect(plain(before)).toEqual(copy);
  });

  it('treats an empty value as an absent label', () => {
    const store = new SeriesStore();
    store.append([sample({ a: '1', b: '' }, 1), sample({ a: '1' }, 2)]);
    expect(store.series()).toEqual([{ a: '1' }]);
    expect(store.select({ ...everything, matchers: [equal('b', '')] })).toHaveLength(1);
    expect(store.select({ ...everything, matchers: [equal('b', 'x')] })).toHaveLength(0);
  });

  it('does not mistake one label set for another', () => {
    const store = new SeriesStore();
    store.append([
      sample({ a: '1', b: '2' }, 1),
      sample({ a: '1,b=2' }, 1),
      sample({ 'a1:': '1' }, 1),
      sample({ b: '2', a: '1' }, 2),
    ]);
    expect(store.seriesCount).toBe(3);
  });

  it('takes label names that mean something to JavaScript', () => {
    const store = new SeriesStore();
    const hostile = Object.fromEntries([
      ['__proto__', 'polluted'],
      ['constructor', 'c'],
      ['toString', 't'],
    ]);
    store.append([sample(hostile, 1), sample({ plain: 'x' }, 1)]);
    expect(store.labelNames()).toEqual(['__proto__', 'constructor', 'plain', 'toString']);
    expect(store.labelValues('__proto__')).toEqual(['polluted']);
    expect(store.labelValues('hasOwnProperty')).toEqual([]);
    expect(store.select({ ...everything, matchers: [equal('__proto__', 'polluted')] })).toHaveLength(1);
    expect(store.select({ ...everything, matchers: [equal('constructor', '')] })).toHaveLength(1);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('finds series, label names and values by selectors and time range, both ends inclusive', () => {
    const store = new SeriesStore();
    store.append([
      sample({ __name__: 'up', job: 'api' }, 10),
      sample({ __name__: 'up', job: 'web', zone: 'a' }, 20),
      sample({ __name__: 'load', job: 'api' }, 30),
    ]);
    const selectors = [[equal('job', 'api')], [equal('__name__', 'up')]];
    expect(store.series({ selectors })).toHaveLength(3);
    expect(store.series({ selectors, startMs: 10, endMs: 20 })).toEqual([
      { __name__: 'up', job: 'api' },
      { __name__: 'up', job: 'web', zone: 'a' },
    ]);
    expect(store.series({ startMs: 11, endMs: 19 })).toEqual([]);
    expect(store.labelNames({ endMs: 10 })).toEqual(['__name__', 'job']);
    expect(store.labelValues('job', { selectors: [[equal('__name__', 'up')]] })).toEqual(['api', 'web']);
    expect(store.labelValues('zone', { startMs: 21 })).toEqual([]);
  });

  it('forgets series that retention left empty, and brings them back by reference', () => {
    const store = new SeriesStore();
    const ref = store.refFor({ a: '1' });
    store.appendTo(ref, 10, 1);
    store.append([sample({ a: '2' }, 20)]);
    expect(store.dropBefore(20)).toBe(1);
    expect([store.labelValues('a'), store.seriesCount, store.sampleCount, store.oldestTimeMs()]).toEqual([
      ['2'],
      1,
      1,
      20,
    ]);
    store.appendTo(ref, 30, 3);
    expect(store.labelValues('a')).toEqual(['1', '2']);
    store.dropBefore(40);
    store.append([sample({ a: '1' }, 50)]);
    store.appendTo(ref, 60, 6);
    expect(store.select({ ...everything, matchers: [equal('a', '1')] }).map(({ times }) => [...times])).toEqual([
      [50, 60],
    ]);
    expect([store.oldestTimeMs(), store.newestTimeMs()]).toEqual([50, 60]);
  });

  it('has no oldest time while it is empty', () => {
    const store = new SeriesStore();
    store.refFor({ a: '1' });
    expect([store.oldestTimeMs(), store.newestTimeMs(), store.seriesCount, store.labelNames()]).toEqual([
      undefined,
      undefined,
      0,
      [],
    ]);
  });

  it('keeps the times of series that are sampled together once, and hands out one array for all', () => {
    const store = new SeriesStore();
    const names = Array.from({ length: 20 }, (_, index) => `m${index}`);
    const scrape = (target: string, timeMs: number, isStale = false): void => {
      store.append(names.map((name) => ({ labels: { __name__: name, target }, timeMs, value: timeMs, isStale })));
    };
    const distinctTimes = (startMs: number, endMs: number): number =>
      new Set(store.select({ matchers: [], startMs, endMs }).map(({ times }) => times)).size;
    for (let step = 0; step < 1000; step += 1) {
      scrape('a', step * 10);
      scrape('b', step * 10 + 3);
    }
    expect(distinctTimes(-1, 10_000)).toBe(2);
    expect(store.memory().used).toBe((40 + 2) * 1000 * 8);
    expect(store.memory().allocated).toBeLessThan(store.memory().used * 1.3);

    // Staleness markers and a time without samples: those of `b` part from nobody.
    scrape('b', 10_003, true);
    for (let step = 1001; step < 1100; step += 1) scrape('a', step * 10);
    scrape('b', 10_900 + 3);
    expect(distinctTimes(-1, 20_000)).toBe(2);
    store.dropBefore(5000);
    expect(distinctTimes(-1, 20_000)).toBe(2);
  });

  it('lets the series of a target that was away part together from those that went on', () => {
    const store = new SeriesStore();
    const refs = ['a', 'b', 'c', 'd'].map((name) => store.refFor({ __name__: name }));
    for (let timeMs = 0; timeMs < 1000; timeMs += 10) for (const ref of refs) store.appendTo(ref, timeMs, 1);
    for (let timeMs = 1000; timeMs < 2000; timeMs += 10)
      for (const ref of refs.slice(2)) store.appendTo(ref, timeMs, 1);
    for (let timeMs = 2000; timeMs < 3000; timeMs += 10) for (const ref of refs) store.appendTo(ref, timeMs, 1);
    const times = new Map(store.select(everything).map(({ labels, times: own }) => [labels.__name__, own]));
    expect(times.get('a')).toBe(times.get('b'));
    expect(times.get('c')).toBe(times.get('d'));
    expect([times.get('a')?.length, times.get('c')?.length]).toEqual([200, 300]);
    expect(store.memory().used).toBe((2 * 200 + 2 * 300 + 200 + 300) * 8);
  });

  it('puts older samples before those that are there, in columns and with shared times', () => {
    const store = new SeriesStore();
    const refs = ['a', 'b', 'c'].map((name) => store.refFor({ __name__: name }));
    for (const ref of refs) for (let timeMs = 1000; timeMs < 1100; timeMs += 10) store.appendTo(ref, timeMs, timeMs);
    const before = store.select(everything);
    const copy = plain(before);
    const block = (fromMs: number, more: Partial<SeriesColumns> = {}): SeriesColumns => {
      const times = Float64Array.from({ length: 50 }, (_, row) => fromMs + row * 10);
      return { times, values: times, ...more };
    };
    const stale = new Uint8Array(50).fill(1, 49);
    for (const [fromMs, room] of [
      [500, 50],
      [0, 0],
    ] as const) {
      for (const [at, ref] of refs.entries()) {
        expect(store.prependTo(ref, block(fromMs, at === 2 && fromMs === 0 ? { stale } : {}), room)).toBe(50);
      }
    }
    expect(plain(before)).toEqual(copy);
    const found = store.select(everything);
    expect(new Set(found.map(({ times }) => times)).size).toBe(1);
    for (const { times, values } of found) {
      expect(times).toEqual(Float64Array.from({ length: 110 }, (_, row) => row * 10));
      expect(values).toEqual(times);
    }
    expect(found.map((series) => series.stale?.indexOf(1))).toEqual([undefined, undefined, 49]);
    expect(store.sampleCount).toBe(330);
  });

  it('merges columns that do not come before the others, or not in order', () => {
    const store = new SeriesStore();
    const ref = store.refFor({ a: '1' });
    store.appendTo(ref, 10, 1);
    const add = (times: readonly number[]): number =>
      store.prependTo(ref, { times: Float64Array.from(times), values: Float64Array.from(times, (time) => -time) });
    expect([add([]), add([9, 10, 11]), add([3, 1, 3, 2]), add([0])]).toEqual([0, 2, 3, 1]);
    expect(plain(store.select(everything))).toEqual([
      {
        labels: [['a', '1']],
        rows: [
          [0, -0],
          [1, -1],
          [2, -2],
          [3, -3],
          [9, -9],
          [10, 1],
          [11, -11],
        ],
      },
    ]);
  });
});
