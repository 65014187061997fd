import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueryResult, RangeRequest } from '../backend/MetricSource.ts';
import type { Frame } from '../frame/Frame.ts';
import { labelsKey } from '../frame/labelsKey.ts';
import { FakeClock } from '../testing/FakeClock.ts';
import { fakeSource } from '../testing/fakeSource.ts';
import { numberField, rangeFrame } from '../testing/frames.ts';
import { type IncrementalOptions, incremental } from './incremental.ts';

interface Sample {
  readonly series: number;
  readonly timeMs: number;
  readonly value: number;
  /** When the backend gets it. */
  readonly arrivalMs: number;
}

const stepMs = 10;
/** An expression that has a value at every step, in the future too. */
const constantToo = 'x or vector(1)';

/** A backend that evaluates as Prometheus does: at each step the newest sample that is there, up to the lookback old. */
class Store {
  readonly requests: RangeRequest[] = [];
  readonly #samples: readonly Sample[];
  readonly #lookbackMs: number;
  readonly #now: () => number;

  constructor(samples: readonly Sample[], lookbackMs: number, now: () => number) {
    this.#samples = samples;
    this.#lookbackMs = lookbackMs;
    this.#now = now;
  }

  answer(request: RangeRequest): QueryResult {
    const times: number[] = [];
    for (let time = request.startMs; time <= request.endMs; time += request.stepMs) times.push(time);
    const known = this.#samples.filter(({ arrivalMs }) => arrivalMs <= this.#now());
    const fields = [...new Set(known.map(({ series }) => series))].flatMap((series) => {
      const own = known.filter((sample) => sample.series === series).sort((a, b) => a.timeMs - b.timeMs);
      const cells = times.map(
        (time) => own.findLast((one) => one.timeMs <= time && one.timeMs > time - this.#lookbackMs)?.value,
      );
      return cells.every((cell) => cell === undefined)
        ? []
        : [numberField({ __name__: 'x', i: String(series) }, cells)];
    });
    if (request.expr === constantToo)
      fields.push(
        numberField(
          { i: 'constant' },
          times.map(() => 1),
        ),
      );
    return { frame: rangeFrame(times, fields), notices: [] };
  }

  queryRange(request: RangeRequest): Promise<QueryResult> {
    this.requests.push(request);
    return Promise.resolve(this.answer(request));
  }
}

/** What a frame says, without the order of its series. */
function contentOf(frame: Frame): unknown {
  const [time, ...series] = frame.fields;
  const sorted = series.map((field) => (field.kind === 'number' ? { ...field, key: labelsKey(field.labels) } : field));
  return {
    length: frame.length,
    time,
    series: sorted.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
  };
}

interface Setup extends Partial<Omit<IncrementalOptions, 'clock'>> {
  readonly samples: readonly Sample[];
  readonly lookbackMs?: number;
  readonly skewMs?: number;
}

function setUp({ samples, lookbackMs = 30, skewMs = 0, ...options }: Setup) {
  const clock = new FakeClock(1000);
  const store = new Store(samples, lookbackMs, () => clock.now() - skewMs);
  const source = incremental(fakeSource({ queryRange: (request) => store.queryRange(request) }), {
    clock,
    overlapMs: 50,
    maxAgeMs: 1e9,
    ...options,
  });
  return { clock, store, source };
}

const range = (startMs: number, endMs: number, expr = 'x'): RangeRequest => ({ expr, startMs, endMs, stepMs });

const sampleWithin = (maxLateMs: number): fc.Arbitrary<Sample> =>
  fc
    .record({
      series: fc.integer({ min: 0, max: 3 }),
      timeMs: fc.integer({ min: 800, max: 1600 }),
      value: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY)),
      lateMs: fc.integer({ min: 0, max: maxLateMs }),
    })
    .map(({ lateMs, ...sample }) => ({ ...sample, arrivalMs: sample.timeMs + lateMs }));

const samplesWithin = (maxLateMs: number): fc.Arbitrary<Sample[]> =>
  fc.uniqueArray(sampleWithin(maxLateMs), {
    minLength: 30,
    maxLength: 120,
    size: 'max',
    selector: ({ series, timeMs }) => `${series} ${timeMs}`,
  });

/** A refresh: how much later, how wide a window, how far its end is from the present, and its phase. */
const refresh = fc.record({
  waitMs: fc.integer({ min: 0, max: 40 }),
  widthSteps: fc.constantFrom(20, 20, 20, 21, 5, 40),
  endOffsetMs: fc.constantFrom(0, 0, 0, -100, 200),
  phaseMs: fc.constantFrom(0, 0, 0, 3),
  expr: fc.constantFrom('x', constantToo),
});

async function expectSameAsFull(
  setup: Setup,
  refreshes: readonly (typeof refresh extends fc.Arbitrary<infer T> ? T : never)[],
) {
  const { clock, store, source } = setUp(setup);
  for (const { waitMs, widthSteps, endOffsetMs, phaseMs, expr } of refreshes) {
    await clock.advance(waitMs);
    const endMs = Math.floor((clock.now() + endOffsetMs) / stepMs) * stepMs + phaseMs;
    const request = range(endMs - widthSteps * stepMs, endMs, expr);
    const { frame } = await source.queryRange(request);
    expect(contentOf(frame)).toEqual(contentOf(store.answer(request).frame));
  }
}

describe('incremental, compared with asking for everything', () => {
  it('is the same over random series, late samples and moving windows', async () => {
    await fc.assert(
      fc.asyncProperty(samplesWithin(50), fc.array(refresh, { maxLength: 25 }), (samples, refreshes) =>
        expectSameAsFull({ samples }, refreshes),
      ),
      { numRuns: 300 },
    );
  });

  it('is the same when our clock is ahead of the backend, as long as the overlap covers the lookback', async () => {
    const skew = fc.integer({ min: 0, max: 300 });
    await fc.assert(
      fc.asyncProperty(samplesWithin(0), fc.array(refresh, { maxLength: 25 }), skew, (samples, refreshes, skewMs) =>
        // Without the constant: its value in the future hides where the backend's data ends.
        expectSameAsFull(
          { samples, skewMs },
          refreshes.map((one) => ({ ...one, expr: 'x' })),
        ),
      ),
      { numRuns: 300 },
    );
  });

  it('is the same when little may be remembered', async () => {
    await fc.assert(
      fc.asyncProperty(samplesWithin(50), fc.array(refresh, { maxLength: 25 }), (samples, refreshes) =>
        expectSameAsFull({ samples, maxEntries: 1, maxValues: 60 }, refreshes),
      ),
    );
  });
});

const steady: readonly Sample[] = Array.from({ length: 200 }, (_, index) => ({
  series: 0,
  timeMs: index * 10,
  value: index,
  arrivalMs: index * 10,
}));

describe('incremental', () => {
  it('asks only for what is new and the overlap', async () => {
    const { clock, store, source } = setUp({ samples: steady });
    await source.queryRange(range(500, 1000));
    await clock.advance(20);
    await source.queryRange(range(520, 1020));
    await clock.advance(10);
    await source.queryRange(range(530, 1030));
    expect(store.requests).toEqual([range(500, 1000), range(950, 1020), range(970, 1030)]);
  });

  it('asks for everything again after its age', async () => {
    const { clock, store, source } = setUp({ samples: steady, maxAgeMs: 100 });
    await source.queryRange(range(500, 1000));
    await clock.advance(60);
    await source.queryRange(range(560, 1060));
    await clock.advance(60);
    await source.queryRange(range(620, 1120));
    expect(store.requests.map(({ startMs }) => startMs)).toEqual([500, 950, 620]);
  });

  it('asks for everything when the window reaches further back', async () => {
    const { store, source } = setUp({ samples: steady });
    await source.queryRange(range(500, 1000));
    await source.queryRange(range(400, 1000));
    expect(store.requests.map(({ startMs }) => startMs)).toEqual([500, 400]);
  });

  it('never asks for a range that ends before it starts, wherever the ends lie', async () => {
    const { store, source } = setUp({ samples: steady, overlapMs: 45 });
    await source.queryRange(range(500, 1000));
    await source.queryRange(range(500, 957));
    expect(store.requests).toEqual([range(500, 1000), range(500, 957)]);
  });

  it('gives the same frame while the content is the same', async () => {
    const { source } = setUp({ samples: steady });
    const first = await source.queryRange(range(500, 1000));
    const second = await source.queryRange(range(500, 1000));
    expect(second.frame).toBe(first.frame);
  });

  it.each(['x @ end()', 'x offset -1m', 'x @ 100', 'sum('])('passes on %s as it is', async (expr) => {
    const { clock, store, source } = setUp({ samples: steady });
    await source.queryRange(range(500, 1000, expr));
    await clock.advance(20);
    await source.queryRange(range(520, 1020, expr));
    expect(store.requests).toEqual([range(500, 1000, expr), range(520, 1020, expr)]);
  });

  it('passes on a request with a limit as it is', async () => {
    const { store, source } = setUp({ samples: steady });
    await source.queryRange({ ...range(500, 1000), limit: 5 });
    await source.queryRange({ ...range(510, 1010), limit: 5 });
    expect(store.requests).toEqual([
      { ...range(500, 1000), limit: 5 },
      { ...range(510, 1010), limit: 5 },
    ]);
  });

  it('does not build upon a result with a warning', async () => {
    const { clock, store } = setUp({ samples: steady });
    const warning = { severity: 'warning', message: 'one store did not answer' } as const;
    const source = incremental(
      fakeSource({ queryRange: async (request) => ({ ...(await store.queryRange(request)), notices: [warning] }) }),
      { clock, overlapMs: 50 },
    );
    const first = await source.queryRange(range(500, 1000));
    await source.queryRange(range(510, 1010));
    expect(first.notices).toEqual([warning]);
    expect(store.requests.map(({ startMs }) => startMs)).toEqual([500, 510]);
  });

  it('gives each notice of what it joins once', async () => {
    const { clock, store } = setUp({ samples: steady });
    const notice = (message: string) => ({ severity: 'info', message }) as const;
    const source = incremental(
      fakeSource({
        queryRange: async (request) => ({
          ...(await store.queryRange(request)),
          notices: [notice('always'), notice(store.requests.length === 1 ? 'first' : 'later')],
        }),
      }),
      { clock, overlapMs: 50 },
    );
    await source.queryRange(range(500, 1000));
    const { notices } = await source.queryRange(range(510, 1010));
    expect(notices).toEqual([notice('always'), notice('first'), notice('later')]);
  });

  it('does not build upon a frame without exactly the steps asked for', async () => {
    const starts: number[] = [];
    const source = incremental(
      fakeSource({
        queryRange: (request) => {
          starts.push(request.startMs);
          return Promise.resolve({
            frame: rangeFrame([request.startMs, request.endMs], [numberField({ a: 'b' }, [1, 2])]),
            notices: [],
          });
        },
      }),
      { clock: new FakeClock(1000), overlapMs: 50 },
    );
    await source.queryRange(range(500, 1000));
    await source.queryRange(range(510, 1010));
    expect(starts).toEqual([500, 510]);
  });

  it('keeps what it knows when a refresh fails', async () => {
    const { clock, store } = setUp({ samples: steady });
    let fails = false;
    const source = incremental(
      fakeSource({ queryRange: (request) => (fails ? Promise.reject(new Error('down')) : store.queryRange(request)) }),
      { clock, overlapMs: 50 },
    );
    await source.queryRange(range(500, 1000));
    fails = true;
    await expect(source.queryRange(range(510, 1010))).rejects.toThrow('down');
    fails = false;
    await source.queryRange(range(520, 1020));
    expect(store.requests.map(({ startMs }) => startMs)).toEqual([500, 950]);
  });

  it('leaves a source of another language as it is', () => {
    const source = fakeSource({ language: 'sql' });
    expect(incremental(source, { clock: new FakeClock() })).toBe(source);
  });

  it('hands its signal on', async () => {
    const signals: unknown[] = [];
    const store = new Store(steady, 30, () => 2000);
    const source = incremental(
      fakeSource({
        queryRange: (request, signal) => {
          signals.push(signal);
          return store.queryRange(request);
        },
      }),
      { clock: new FakeClock(1000), overlapMs: 50 },
    );
    const { signal } = new AbortController();
    await source.queryRange(range(500, 1000), signal);
    await source.queryRange(range(510, 1010), signal);
    expect(signals).toEqual([signal, signal]);
  });
});
