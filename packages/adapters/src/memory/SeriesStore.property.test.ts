import type { Labels, Matcher } from '@glasspane/promql';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SeriesStore } from './SeriesStore.ts';

// fast-check prints seed and path of a failing run; SEED replays it.
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

interface OracleSample {
  readonly labels: Labels;
  readonly timeMs: number;
  readonly value: number;
  readonly isStale: boolean;
}

/** The same behaviour, as a flat list that every question walks through. */
class Oracle {
  samples: OracleSample[] = [];

  append(sample: OracleSample): void {
    const isSame = (other: OracleSample): boolean =>
      key(other.labels) === key(sample.labels) && other.timeMs === sample.timeMs;
    if (!this.samples.some(isSame)) this.samples.push(sample);
  }

  select(matchers: readonly Matcher[], startMs: number, endMs: number): unknown {
    const bySeries = new Map<string, OracleSample[]>();
    for (const sample of this.samples) {
      if (sample.timeMs <= startMs || sample.timeMs > endMs || !matches(sample.labels, matchers)) continue;
      bySeries.set(key(sample.labels), [...(bySeries.get(key(sample.labels)) ?? []), sample]);
    }
    return [...bySeries]
      .map(([labels, samples]) => ({
        labels,
        rows: samples
          .sort((a, b) => a.timeMs - b.timeMs)
          .map(({ timeMs, value, isStale }) => [timeMs, isStale ? 'stale' : value]),
      }))
      .sort((a, b) => (a.labels < b.labels ? -1 : 1));
  }

  labelValues(name: string, matchers: readonly Matcher[], startMs: number, endMs: number): unknown {
    const found = this.samples.filter(
      ({ labels, timeMs }) => timeMs >= startMs && timeMs <= endMs && matches(labels, matchers),
    );
    return [...new Set(found.map(({ labels }) => labels[name] ?? ''))].filter((value) => value !== '').sort();
  }
}

const key = (labels: Labels): string =>
  JSON.stringify(
    Object.entries(labels)
      .filter(([, value]) => value !== '')
      .sort(),
  );

const matches = (labels: Labels, matchers: readonly Matcher[]): boolean =>
  matchers.every(({ name, operator, value }) => {
    const actual = labels[name] ?? '';
    if (operator === '=') return actual === value;
    if (operator === '!=') return actual !== value;
    return new RegExp(`^(?:${value})$`).test(actual) === (operator === '=~');
  });

const names = ['__name__', 'job', 'zone'] as const;
const values = ['', 'a', 'b', 'ab'] as const;
const labels = fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...values));
const time = fc.integer({ min: 0, max: 40 });
const sample = fc.record({
  labels,
  timeMs: time,
  value: fc.double(),
  isStale: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});
const matcher: fc.Arbitrary<Matcher> = fc.oneof(
  fc.record({
    name: fc.constantFrom(...names),
    operator: fc.constantFrom('=' as const, '!=' as const),
    value: fc.constantFrom(...values),
  }),
  fc.record({
    name: fc.constantFrom(...names),
    operator: fc.constantFrom('=~' as const, '!~' as const),
    value: fc.constantFrom('', '.+', '.*', 'a|b', 'a.*', '|ab'),
  }),
);
/** All or some series of a target, sampled at one time: mostly a later one than before. */
const scrape = fc.record({
  kind: fc.constant('scrape' as const),
  target: fc.constantFrom('a', 'b'),
  series: fc.subarray(['', 'a', 'ab'], { minLength: 1 }),
  afterMs: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(1, 2) },
    { weight: 1, arbitrary: fc.integer({ min: -3, max: 0 }) },
  ),
  value: fc.double(),
  isStale: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});
/** Older samples of some series at the same times, as they are read back from a disk. */
const older = fc.record({
  kind: fc.constant('older' as const),
  series: fc.array(labels, { minLength: 1, maxLength: 4 }),
  times: fc.uniqueArray(fc.integer({ min: -60, max: 20 }), { minLength: 1, maxLength: 6 }),
  isOrdered: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  staleRow: fc.integer({ min: 0, max: 12 }),
  roomBefore: fc.integer({ min: 0, max: 20 }),
});
const step = fc.oneof(
  { weight: 12, arbitrary: scrape },
  { weight: 3, arbitrary: older },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('batch' as const), samples: fc.array(sample) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('byRef' as const), sample }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop' as const), timeMs: time }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      matchers: fc.array(matcher, { maxLength: 3 }),
      from: time,
      to: time,
    }),
  },
);

it(`answers like a flat list of samples (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const store = new SeriesStore();
      const oracle = new Oracle();
      const clocks = new Map<string, number>();
      const handedOut: (readonly [view: Float64Array, copy: Float64Array])[] = [];
      const refs = new Map<string, ReturnType<SeriesStore['refFor']>>();
      const ask = (matchers: readonly Matcher[], startMs: number, endMs: number): void => {
        const found = store.select({ matchers, startMs, endMs });
        for (const { times, values: own } of found) handedOut.push([times, times.slice()], [own, own.slice()]);
        const selected = found.map((series) => ({
          labels: key(series.labels),
          rows: Array.from(series.times, (timeMs, row) => [
            timeMs,
            series.stale?.[row] === 1 ? 'stale' : series.values[row],
          ]),
        }));
        expect(selected.sort((a, b) => (a.labels < b.labels ? -1 : 1))).toEqual(
          oracle.select(matchers, startMs, endMs),
        );
        const filter = { selectors: [matchers], startMs, endMs };
        for (const name of names) {
          expect(store.labelValues(name, filter)).toEqual(oracle.labelValues(name, matchers, startMs, endMs));
        }
      };
      for (const action of steps) {
        if (action.kind === 'batch') {
          store.append(action.samples);
          for (const one of action.samples) oracle.append(one);
        } else if (action.kind === 'byRef') {
          const { labels, timeMs, value, isStale } = action.sample;
          const ref = refs.get(key(labels)) ?? store.refFor(labels);
          refs.set(key(labels), ref);
          store.appendTo(ref, timeMs, value, isStale);
          oracle.append(action.sample);
        } else if (action.kind === 'scrape') {
          const timeMs = (clocks.get(action.target) ?? 0) + action.afterMs;
          clocks.set(action.target, timeMs);
          const batch = action.series.map((value, index) => ({
            labels: { a: value, target: action.target },
            timeMs,
            value: action.value + index,
            isStale: action.isStale,
          }));
          store.append(batch);
          for (const one of batch) oracle.append(one);
        } else if (action.kind === 'older') {
          const times = Float64Array.from(action.isOrdered ? [...action.times].sort((a, b) => a - b) : action.times);
          const values = times.map((timeMs) => timeMs * 2);
          const stale = times.map((_, row) => (row === action.staleRow ? 1 : 0));
          const columns = { times, values, ...(stale.includes(1) ? { stale: Uint8Array.from(stale) } : {}) };
          for (const own of action.series) {
            store.prependTo(store.refFor(own), columns, action.roomBefore);
            for (const [row, timeMs] of times.entries()) {
              oracle.append({ labels: own, timeMs, value: timeMs * 2, isStale: row === action.staleRow });
            }
          }
        } else if (action.kind === 'drop') {
          store.dropBefore(action.timeMs);
          oracle.samples = oracle.samples.filter(({ timeMs }) => timeMs >= action.timeMs);
        } else {
          ask(action.matchers, action.from, action.to);
        }
        expect(store.sampleCount).toBe(oracle.samples.length);
        expect(store.memory().used).toBeGreaterThanOrEqual(8 * store.sampleCount);
        expect(store.memory().used).toBeLessThanOrEqual(store.memory().allocated);
        expect(store.seriesCount).toBe(new Set(oracle.samples.map(({ labels }) => key(labels))).size);
      }
      ask([], -100, 1000);
      for (const [view, copy] of handedOut) expect(view).toEqual(copy);
    }),
    { seed, numRuns: 300 },
  );
});
