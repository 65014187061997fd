import { describe, expect, it } from 'vitest';
import { Head } from './Head.ts';
import type { PlannedSample } from './planWrite.ts';
import { type CatalogSeries, createSeries, noteTime } from './SeriesCatalog.ts';

const COUNT = 60_000;
const EVERYTHING = [{ name: '__name__', operator: '!=', value: '' }] as const;

function planned(series: CatalogSeries, timeMs: number, value = timeMs): PlannedSample {
  return { series, sample: { labels: series.labels, timeMs, value } };
}

/** Publishes as the store does: the catalog notes the times after the head has the samples. */
function insert(head: Head, samples: readonly PlannedSample[]): void {
  head.insert(samples);
  for (const { series, sample } of samples) noteTime(series, sample.timeMs);
}

function columns(times: readonly number[], values = times): { times: Float64Array; values: Float64Array } {
  return { times: Float64Array.from(times), values: Float64Array.from(values) };
}

function rows(head: Head): unknown {
  return head
    .select(EVERYTHING, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
    .map(({ times, values }) => Array.from(times, (time, row) => [time, values[row]]));
}

describe('Head', () => {
  it('takes a new series from its newest sample to its oldest without moving its samples each time', () => {
    const head = new Head(0);
    const series = createSeries(1, head.refFor({ __name__: 'backwards' }));
    const startedAt = performance.now();
    head.insert(Array.from({ length: COUNT }, (_, at) => planned(series, COUNT - at, at)));
    // One move a sample took a quarter of a minute.
    expect(performance.now() - startedAt).toBeLessThan(2000);
    const [found] = head.select([{ name: '__name__', operator: '=', value: 'backwards' }], 0, COUNT);
    expect(found?.times).toEqual(Float64Array.from({ length: COUNT }, (_, at) => at + 1));
    expect(found?.values).toEqual(Float64Array.from({ length: COUNT }, (_, at) => COUNT - 1 - at));
  });

  it('shows what is loaded once it covers the time, together with what was committed meanwhile', async () => {
    const head = new Head(100);
    const series = createSeries(1, head.refFor({ __name__: 'up' }));
    insert(head, [planned(series, 100)]);
    await head.extend(50, async () => {
      // Committed after the read has begun: one sample that it lacks, one that it has, one that nobody asked for.
      insert(head, [planned(series, 70, 7), planned(series, 60, 6), planned(series, 40, 4), planned(series, 120)]);
      head.prepend(series, columns([50, 60, 90]), 0);
      expect(head.startMs).toBe(100);
      expect(rows(head)).toEqual([
        [
          [100, 100],
          [120, 120],
        ],
      ]);
    });
    expect(head.startMs).toBe(50);
    expect(rows(head)).toEqual([
      [
        [50, 50],
        [60, 60],
        [70, 7],
        [90, 90],
        [100, 100],
        [120, 120],
      ],
    ]);
  });

  it('does not cover what was dropped while it was loaded', async () => {
    const head = new Head(100);
    const series = createSeries(1, head.refFor({ __name__: 'up' }));
    insert(head, [planned(series, 100), planned(series, 110)]);
    await head.extend(50, async () => {
      head.prepend(series, columns([50, 60, 90]), 0);
      head.trim(60);
    });
    expect([head.startMs, head.sampleCount]).toEqual([60, 4]);
    await head.extend(10, async () => {
      head.prepend(series, columns([10, 20]), 0);
      head.trim(110);
    });
    expect([head.startMs, rows(head)]).toEqual([110, [[[110, 110]]]]);
    await head.extend(60, async () => head.prepend(series, columns([60, 90, 100]), 0));
    expect([head.startMs, head.sampleCount]).toEqual([60, 4]);
  });

  it('covers no more than before where loading fails', async () => {
    const head = new Head(100);
    const series = createSeries(1, head.refFor({ __name__: 'up' }));
    insert(head, [planned(series, 100)]);
    const failing = head.extend(50, async () => {
      head.prepend(series, columns([50, 60]), 0);
      throw new Error('the disk is gone');
    });
    await expect(failing).rejects.toThrow('the disk is gone');
    expect([head.startMs, head.sampleCount]).toEqual([100, 1]);
    insert(head, [planned(series, 70)]);
    expect(rows(head)).toEqual([[[100, 100]]]);
  });

  it('drops the oldest samples that take too much, but nothing that is too new for it', () => {
    const head = new Head(0);
    const series = createSeries(1, head.refFor({ __name__: 'up' }));
    insert(
      head,
      Array.from({ length: 101 }, (_, at) => planned(series, at * 10)),
    );
    const { used } = head.memory();
    head.shrink(used, 1000);
    expect(head.startMs).toBe(0);
    head.shrink(used / 2, 1000);
    expect(head.startMs).toBe(500);
    expect(head.memory().used).toBeLessThanOrEqual(used / 2 + 16);
    head.shrink(16, 700);
    expect(head.startMs).toBe(700);
    head.shrink(0, 1000);
    expect(rows(head)).toEqual([[[1000, 1000]]]);
  });
});
