import type { SampleSeries } from '@glasspane/promql';
import type { Random } from './Random.ts';

/** The milliseconds of a second at which everything is asked; nothing is sampled then, nor at a full second. */
export const QUERY_MS = 7;

/** How long the data is, in milliseconds. */
export const DATA_MS = 3_600_000;

const BOUNDS = ['0.1', '0.5', '1', '5', '+Inf'];

/**
 * Returns series from `startMs` on, with irregular times, gaps, counter resets, NaN, infinities and staleness markers.
 *
 * Sums of their values are exact in whatever order they are added.
 */
export function randomData(random: Random, startMs: number): readonly SampleSeries[] {
  const series: SampleSeries[] = [];
  const add = (labels: Readonly<Record<string, string>>, next: () => number): void => {
    series.push(randomSeries(random, startMs, labels, next));
  };
  for (const job of ['api', 'web', 'ö"\\']) {
    for (const instance of ['a:1', 'b:2', 'c:3']) {
      add({ __name__: 'gauge', job, instance }, gauge(random, series.length));
      add({ __name__: 'requests_total', job, instance, code: '200' }, counter(random));
      if (random.chance(0.5)) add({ __name__: 'requests_total', job, instance, code: '500' }, counter(random));
    }
    const withNaN = gauge(random, series.length);
    add({ __name__: 'target_size', job, kind: 'x' }, () => (random.chance(0.05) ? Number.NaN : withNaN()));
    series.push(...histogram(random, startMs, job));
  }
  add({ __name__: 'odd' }, () => random.pick([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1, -1]));
  return series;
}

const quarters = (random: Random, most: number): number => random.whole(0, most * 4) / 4;

/** Values that no gauge of another number has. */
function gauge(random: Random, number: number): () => number {
  const base = random.whole(-50_000, 50_000) + number / 4096;
  return () => base + quarters(random, 4000);
}

/** A counter that is far from zero after a reset as well: where one may be taken back to zero, version 3 differs. */
function counter(random: Random): () => number {
  let value = random.whole(4_000_000, 5_000_000);
  return () => {
    value = random.chance(0.006) ? random.whole(1_000_000, 1_500_000) : value + quarters(random, 100);
    return value;
  };
}

function randomSeries(
  random: Random,
  startMs: number,
  labels: Readonly<Record<string, string>>,
  next: () => number,
): SampleSeries {
  const times: number[] = [];
  const values: number[] = [];
  const stale: number[] = [];
  const intervalMs = random.pick([5000, 15_000, 15_000, 30_000]);
  let timeMs = startMs + random.whole(0, intervalMs);
  while (timeMs < startMs + DATA_MS) {
    const jitterMs = random.chance(0.3) ? random.whole(-400, 400) : 0;
    times.push(Math.floor((timeMs + jitterMs) / 1000) * 1000 + random.whole(100, 900));
    const isStale = random.chance(0.01);
    stale.push(isStale ? 1 : 0);
    values.push(isStale ? Number.NaN : next());
    timeMs += intervalMs + (random.chance(0.01) ? random.whole(0, 900_000) : 0);
  }
  return { labels, times: Float64Array.from(times), values: Float64Array.from(values), stale: Uint8Array.from(stale) };
}

/** The buckets of a histogram, sampled together, each holding the one before it. */
function histogram(random: Random, startMs: number, job: string): readonly SampleSeries[] {
  const firstMs = startMs + random.whole(1, 30) * 1000 + 500;
  const times = Float64Array.from({ length: 200 }, (_, index) => firstMs + index * 15_000);
  const counts = BOUNDS.map((_, index) => 100_000 * (index + 1));
  const columns = BOUNDS.map(() => new Float64Array(times.length));
  for (let row = 0; row < times.length; row += 1) {
    let added = 0;
    columns.forEach((column, index) => {
      added += random.whole(0, 20);
      counts[index] = (counts[index] ?? 0) + added;
      column[row] = counts[index];
    });
  }
  return columns.map((values, index) => ({
    labels: { __name__: 'latency_bucket', job, le: BOUNDS[index] ?? '' },
    times,
    values,
  }));
}
