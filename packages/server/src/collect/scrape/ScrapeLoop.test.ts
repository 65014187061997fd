import type { Clock } from '@glasspane/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SampleBatch, StoredSample } from '../../store/SampleStore.ts';
import type { Exposition } from '../exposition/Exposition.ts';
import { parseExposition } from '../exposition/parseExposition.ts';
import { ScrapeLoop } from './ScrapeLoop.ts';
import type { ScrapeTarget } from './ScrapeTarget.ts';

const START_MS = 1_700_000_000_000;

const clock: Clock = {
  now: () => Date.now(),
  setTimeout(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

beforeEach(() => {
  vi.useFakeTimers({ now: START_MS });
});

afterEach(() => {
  vi.useRealTimers();
});

type Answer = string | Error | ((signal: AbortSignal) => Promise<Exposition>);

interface Setup {
  readonly target?: Partial<ScrapeTarget>;
  /** One for each scrape; the last one stays. */
  readonly answers: readonly Answer[];
  readonly append?: (batch: SampleBatch) => Promise<void>;
}

function setUp({ target, answers, append }: Setup) {
  const batches: SampleBatch[] = [];
  const health: (string | undefined)[] = [];
  let scrapes = 0;
  const loop = new ScrapeLoop(
    {
      job: 'j',
      url: 'http://t/metrics',
      discoveredLabels: { __address__: 't' },
      labels: { job: 'j', instance: 't' },
      intervalMs: 10_000,
      timeoutMs: 5_000,
      honorLabels: false,
      honorTimestamps: true,
      metricRelabelRules: [],
      sampleLimit: 0,
      startsAtOnce: true,
      async scrape(signal) {
        const answer = answers[Math.min(scrapes, answers.length - 1)] ?? '';
        scrapes += 1;
        if (answer instanceof Error) throw answer;
        return typeof answer === 'string' ? parseExposition(answer, { format: 'prometheus' }) : answer(signal);
      },
      ...target,
    },
    {
      clock,
      stopwatch: () => Date.now(),
      onHealthChange: (_, error) => health.push(error),
      store: {
        async append(batch) {
          await append?.(batch);
          batches.push(batch);
        },
      },
    },
  );
  return { loop, batches, health, scrapes: () => scrapes };
}

/** Returns the samples as `name{labels} value @seconds`, without the labels of the target. */
function show(batch: SampleBatch | undefined): readonly string[] {
  return (batch?.samples ?? []).map(showSample);
}

function showSample({ labels, value, timeMs, isStale }: StoredSample): string {
  const { __name__: name, job, instance, ...own } = labels;
  expect({ job, instance }).toEqual({ job: 'j', instance: 't' });
  const braces = Object.keys(own).length === 0 ? '' : JSON.stringify(own);
  return `${name}${braces} ${isStale === true ? 'stale' : value} @${(timeMs - START_MS) / 1000}`;
}

const report = (second: number, values: readonly (number | 'stale')[]): readonly string[] =>
  [
    'up',
    'scrape_duration_seconds',
    'scrape_samples_scraped',
    'scrape_samples_post_metric_relabeling',
    'scrape_series_added',
  ].map((name, i) => `${name} ${values[i]} @${second}`);

const allStale = ['stale', 'stale', 'stale', 'stale', 'stale'] as const;

async function advanceToNextScrape(loop: ScrapeLoop): Promise<number> {
  const before = loop.status().lastScrape;
  while (loop.status().lastScrape === before) await vi.advanceTimersByTimeAsync(1);
  return (Date.parse(loop.status().lastScrape) - START_MS) / 1000;
}

describe('ScrapeLoop', () => {
  it('stores the samples of a scrape and how it went as one batch', async () => {
    const { loop, batches } = setUp({ answers: ['# TYPE a counter\na{x="1"} 5\nb 6\n'] });
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(batches.map(show)).toEqual([['a{"x":"1"} 5 @0', 'b 6 @0', ...report(0, [1, 0, 2, 2, 2])]]);
    expect(batches[0]?.metadata).toEqual([{ name: 'a', type: 'counter' }]);
    await loop.stop();
  });

  it('tells metadata again only when it changes', async () => {
    const { loop, batches } = setUp({
      answers: ['# TYPE a counter\na 1\n', '# TYPE a counter\na 2\n', '# TYPE a gauge\na 3\n'],
    });
    loop.start();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(batches.map(({ metadata }) => metadata)).toEqual([
      [{ name: 'a', type: 'counter' }],
      undefined,
      [{ name: 'a', type: 'gauge' }],
    ]);
    await loop.stop();
  });

  it('remembers no metadata that the target no longer gives', async () => {
    const { loop, batches } = setUp({ answers: ['# TYPE a counter\na 1\n', 'b 1\n', '# TYPE a counter\na 2\n'] });
    loop.start();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(batches.map(({ metadata }) => metadata?.map(({ name }) => name))).toEqual([['a'], undefined, ['a']]);
    await loop.stop();
  });

  it('scrapes at the target’s own moment of every interval', async () => {
    const { loop } = setUp({ answers: ['a 1'], target: { startsAtOnce: false } });
    loop.start();
    const first = await advanceToNextScrape(loop);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(10);
    expect(await advanceToNextScrape(loop)).toBe(first + 10);
    expect(await advanceToNextScrape(loop)).toBe(first + 20);
    await loop.stop();
  });

  it('goes on when the clock is set back or forward', async () => {
    const { loop, scrapes } = setUp({ answers: ['a 1'] });
    loop.start();
    await vi.advanceTimersByTimeAsync(15_000);
    for (const jumpMs of [-3_600_000, 7_200_000]) {
      vi.setSystemTime(Date.now() + jumpMs);
      const before = scrapes();
      await vi.advanceTimersByTimeAsync(40_000);
      expect(scrapes() - before).toBeGreaterThanOrEqual(3);
      expect(scrapes() - before).toBeLessThanOrEqual(5);
    }
    await loop.stop();
  });

  it('marks series that vanish as stale, once, and counts those that appear', async () => {
    const { loop, batches } = setUp({ answers: ['a 1\nb 1\n', 'b 2\nc 2\n', 'b 3\nc 3\n'] });
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    const second = await advanceToNextScrape(loop);
    await advanceToNextScrape(loop);
    expect(batches.slice(1).map(show)).toEqual([
      [`b 2 @${second}`, `c 2 @${second}`, `a stale @${second}`, ...report(second, [1, 0, 2, 2, 1])],
      [`b 3 @${second + 10}`, `c 3 @${second + 10}`, ...report(second + 10, [1, 0, 2, 2, 0])],
    ]);
    await loop.stop();
  });

  it('marks every series as stale when a scrape fails, and begins anew after it', async () => {
    const { loop, batches, health } = setUp({ answers: ['a 1\nb 1\n', new Error('connection refused'), 'a 3\n'] });
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    const second = await advanceToNextScrape(loop);
    expect(loop.status()).toMatchObject({ health: 'down', lastError: 'connection refused' });
    await advanceToNextScrape(loop);
    expect(batches.slice(1).map(show)).toEqual([
      [`a stale @${second}`, `b stale @${second}`, ...report(second, [0, 0, 0, 0, 0])],
      [`a 3 @${second + 10}`, ...report(second + 10, [1, 0, 1, 1, 1])],
    ]);
    expect(health).toEqual(['connection refused', undefined]);
    await loop.stop();
  });

  it('marks everything as stale when it stops, the report included, and scrapes no more', async () => {
    const { loop, batches, scrapes } = setUp({ answers: ['a 1\n'] });
    loop.start();
    await vi.advanceTimersByTimeAsync(1_000);
    const before = batches.length;
    await loop.stop();
    expect(batches.slice(before).map(show)).toEqual([['a stale @1', ...report(1, allStale)]]);
    const counted = scrapes();
    await vi.advanceTimersByTimeAsync(60_000);
    expect({ scrapes: scrapes(), timers: vi.getTimerCount() }).toEqual({ scrapes: counted, timers: 0 });
  });

  it('stores nothing when it stops before its first scrape', async () => {
    const { loop, batches } = setUp({ answers: ['a 1\n'], target: { startsAtOnce: false } });
    loop.start();
    await loop.stop();
    expect(batches).toEqual([]);
  });

  it('cuts a scrape short when it stops, and says nothing of it', async () => {
    let wasAborted = false;
    const hanging = (signal: AbortSignal) =>
      new Promise<Exposition>((_, reject) => {
        signal.addEventListener('abort', () => {
          wasAborted = true;
          reject(new Error('aborted'));
        });
      });
    const { loop, batches } = setUp({ answers: [hanging] });
    loop.start();
    await vi.advanceTimersByTimeAsync(1);
    await loop.stop();
    expect({ wasAborted, batches, timers: vi.getTimerCount() }).toEqual({ wasAborted: true, batches: [], timers: 0 });
  });

  it('gives up after the timeout, even where the target does not listen', async () => {
    const { loop, batches } = setUp({ answers: [() => new Promise<Exposition>(() => {})] });
    loop.start();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(loop.status().lastError).toBe('The target did not answer within the timeout of 5s.');
    expect(batches.map(show)).toEqual([report(0, [0, 5, 0, 0, 0])]);
    await loop.stop();
  });

  it('never lets two scrapes of a target overlap', async () => {
    let running = 0;
    let most = 0;
    const slow = async (): Promise<Exposition> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 900));
      running -= 1;
      return { samples: [], metadata: [] };
    };
    // The store is slower than the interval.
    const append = () => new Promise<void>((resolve) => setTimeout(resolve, 2_500));
    const { loop, scrapes } = setUp({ answers: [slow], append, target: { intervalMs: 1_000, timeoutMs: 1_000 } });
    loop.start();
    await vi.advanceTimersByTimeAsync(12_000);
    expect(most).toBe(1);
    expect(scrapes()).toBeGreaterThanOrEqual(3);
    expect(scrapes()).toBeLessThanOrEqual(4);
    const stopped = loop.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    await stopped;
  });

  it('refuses a scrape over the sample limit whole, and says how large it was', async () => {
    const { loop, batches } = setUp({ answers: ['a 1\nb 1\nc 1\n'], target: { sampleLimit: 2 } });
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(batches.map(show)).toEqual([report(0, [0, 0, 3, 3, 0])]);
    expect(loop.status().lastError).toBe('The target gives 3 samples, over the sample_limit of 2.');
    await loop.stop();
  });

  it('keeps the times that the target gives, and does not end such series', async () => {
    const { loop, batches } = setUp({ answers: [`a 1 ${START_MS - 4_000}\nb 1\n`, ''] });
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    const second = await advanceToNextScrape(loop);
    expect(batches.map(show)).toEqual([
      ['a 1 @-4', 'b 1 @0', ...report(0, [1, 0, 2, 2, 2])],
      [`b stale @${second}`, ...report(second, [1, 0, 0, 0, 0])],
    ]);
    await loop.stop();
  });

  it('leaves out samples that the target says are of the future, which no retention would ever remove', async () => {
    const future = START_MS + 600_001;
    const { loop, batches } = setUp({ answers: [`a 1 ${future}\nb 2 ${future - 1}\nc 3\n`] });
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(show(batches[0])).toEqual(['b 2 @600', 'c 3 @0', ...report(0, [1, 0, 3, 2, 2])]);
    await loop.stop();
  });

  it('replaces the times that the target gives where it is told to', async () => {
    const { loop, batches } = setUp({ answers: [`a 1 ${START_MS - 4_000}\n`], target: { honorTimestamps: false } });
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(show(batches[0])[0]).toBe('a 1 @0');
    await loop.stop();
  });

  it('takes the first of two values that a series has in one scrape', async () => {
    const { loop, batches } = setUp({ answers: ['a 1\na 2\n'] });
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(batches.map(show)).toEqual([['a 1 @0', ...report(0, [1, 0, 2, 2, 1])]]);
    await loop.stop();
  });

  it('ends a series only once the store has taken that in', async () => {
    let isFull = false;
    const append = async () => {
      if (isFull) throw new Error('no space left on device');
    };
    const { loop, batches, health } = setUp({ answers: ['a 1\nb 1\n', 'b 2\n', 'b 3\n'], append });
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    isFull = true;
    const second = await advanceToNextScrape(loop);
    expect(health).toEqual(['The samples could not be stored: no space left on device']);
    isFull = false;
    await advanceToNextScrape(loop);
    expect(show(batches[1])).toEqual([
      `b 3 @${second + 10}`,
      `a stale @${second + 10}`,
      ...report(second + 10, [1, 0, 1, 1, 0]),
    ]);
    expect(health).toHaveLength(2);
    await loop.stop();
  });

  it('tells how its target is in the form of Prometheus', async () => {
    const { loop } = setUp({ answers: ['a 1\n'] });
    const common = {
      discoveredLabels: { __address__: 't' },
      labels: { job: 'j', instance: 't' },
      scrapePool: 'j',
      scrapeUrl: 'http://t/metrics',
      globalUrl: 'http://t/metrics',
      lastError: '',
      lastScrapeDuration: 0,
      scrapeInterval: '10s',
      scrapeTimeout: '5s',
    };
    expect(loop.status()).toEqual({ ...common, health: 'unknown', lastScrape: '0001-01-01T00:00:00Z' });
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(loop.status()).toEqual({ ...common, health: 'up', lastScrape: '2023-11-14T22:13:20.000Z' });
    await loop.stop();
  });
});
