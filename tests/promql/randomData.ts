import type { RemoteSeries } from '../support/remoteWrite.ts';
import { STALE } from '../support/remoteWrite.ts';
import type { Random } from './Random.ts';

/** How long the data is, in milliseconds. */
export const DATA_MS = 3_600_000;

/** Values of the label `job`: one letter each, every quote, what must be escaped, a newline, and what is not ASCII. */
export const JOBS = ['api', 'web', 'ö"\\', "a\n'`b", '🦊'] as const;

const { NaN: NOT_A_NUMBER, POSITIVE_INFINITY, NEGATIVE_INFINITY } = Number;

type Next = () => number;
type Add = (labels: Readonly<Record<string, string>>, next: Next) => void;

/**
 * Returns series from `startMs` on, with irregular times, neighbours one millisecond apart, gaps, counter resets, NaN,
 * infinities, staleness markers and labels of all kinds.
 *
 * | metric | values |
 * | --- | --- |
 * | `gauge`, `target_size`, `odd`, `steady` | multiples of 1/4096, or not finite: their sums are exact in whatever order |
 * | `requests_total` | likewise; a counter far from zero, also after a reset |
 * | `starts_total` | likewise; a counter near zero |
 * | `noise` | between 1 and 1000, with all 53 bits |
 * | `wild` | of any size and sign, from subnormal to almost infinite |
 * | `latency_bucket`, `weird_bucket` | histograms: a proper one, and ones that have about everything wrong |
 *
 * Samples lie on full seconds, one or two milliseconds behind, or anywhere but near half and full seconds.
 */
export function randomData(random: Random, startMs: number): readonly RemoteSeries[] {
  const series: RemoteSeries[] = [];
  const add: Add = (labels, next) => {
    series.push({ labels, samples: randomSamples(random, startMs, next) });
  };
  for (const job of JOBS) addJob(random, add, job, () => series.length);
  add({ __name__: 'gauge', instance: 'a:1' }, gauge(random, series.length));
  add({ __name__: 'gauge' }, gauge(random, series.length));
  add({ __name__: 'odd' }, odd(random));
  add({ __name__: 'odd', job: 'api', _x9: '{}[]()' }, odd(random));
  add({ __name__: 'colon:name:sum', job: 'api', instance: '' }, gauge(random, series.length));
  for (const job of JOBS.slice(0, 3)) series.push(...randomHistogram(random, startMs, job));
  addWeirdBuckets(random, add);
  return series;
}

function addJob(random: Random, add: Add, job: string, count: () => number): void {
  const withNaN = gauge(random, count());
  add({ __name__: 'target_size', job, kind: 'x' }, () => (random.chance(0.05) ? NOT_A_NUMBER : withNaN()));
  add({ __name__: 'wild', job }, () => wild(random));
  add({ __name__: 'steady', job, instance: 'a:1' }, steady(random));
  for (const instance of ['a:1', 'b:2', 'C:3'].slice(0, random.whole(1, 3))) {
    add({ __name__: 'gauge', job, instance }, gauge(random, count()));
    add({ __name__: 'noise', job, instance }, () => 1 + random.next() * 10 ** random.whole(0, 3));
    add({ __name__: 'requests_total', job, instance, code: '200' }, counter(random, 4_000_000));
    if (random.chance(0.4)) add({ __name__: 'requests_total', job, instance, code: '500' }, counter(random, 4_000_000));
    if (random.chance(0.5)) add({ __name__: 'starts_total', job, instance }, counter(random, 0));
  }
}

const quarters = (random: Random, most: number): number => random.whole(0, most * 4) / 4;

/** Values that no gauge of another number has. */
function gauge(random: Random, number: number): Next {
  const base = random.whole(-50_000, 50_000) + number / 4096;
  return () => base + quarters(random, 4000);
}

function counter(random: Random, least: number): Next {
  let value = random.whole(least, least * 1.25);
  return () => {
    // Three falls at most: it stays far from zero.
    const isReset = random.chance(0.01) && value > least / 40;
    value = isReset ? Math.floor(least === 0 ? 0 : value * 0.3) : value + quarters(random, least === 0 ? 2 : 100);
    return value;
  };
}

const odd =
  (random: Random): Next =>
  () =>
    random.pick([NOT_A_NUMBER, POSITIVE_INFINITY, NEGATIVE_INFINITY, 1, -1, 0, -0, 1]);

function steady(random: Random): Next {
  let value = random.pick([0, 1, -2.5, POSITIVE_INFINITY, NOT_A_NUMBER]);
  return () => {
    if (random.chance(0.02)) value = random.whole(-2, 2);
    return value;
  };
}

function wild(random: Random): number {
  const edges = [
    Number.MIN_VALUE,
    Number.MAX_VALUE,
    -Number.MAX_VALUE,
    Number.EPSILON,
    2 ** 53,
    1e21,
    1e-7,
    123_456_789,
  ];
  if (random.chance(0.2)) return random.pick(edges);
  return (random.next() - 0.5) * 10 ** random.whole(-308, 308);
}

/** A time within its second that is in nobody's way. */
const millisecond = (random: Random): number => random.whole(100, 480) + random.pick([0, 420]);

function randomSamples(random: Random, startMs: number, next: Next): RemoteSeries['samples'] {
  const samples: [number, number][] = [];
  const intervalMs = random.pick([5000, 15_000, 15_000, 30_000]);
  const isAligned = random.chance(0.4);
  let timeMs = Math.ceil(startMs / intervalMs) * intervalMs + (isAligned ? 0 : random.whole(0, intervalMs));
  while (timeMs < startMs + DATA_MS) {
    const secondMs = Math.floor(timeMs / 1000) * 1000;
    const sampleMs = secondMs + (isAligned || random.chance(0.05) ? 0 : millisecond(random));
    if (sampleMs > (samples.at(-1)?.[0] ?? 0)) samples.push([sampleMs, next()]);
    if (sampleMs === secondMs && random.chance(0.03)) samples.push([sampleMs + 1, next()]);
    if (random.chance(0.01)) samples.push([sampleMs + 2, STALE]);
    timeMs += intervalMs + (random.chance(0.01) ? random.whole(0, 900) * 1000 : 0);
    if (!isAligned && random.chance(0.3)) timeMs += random.whole(-400, 400);
  }
  return samples;
}

const BOUNDS = ['0.1', '0.5', '1', '5', '+Inf'];

/** The buckets of a histogram, sampled together, each holding the one before it. */
function randomHistogram(random: Random, startMs: number, job: string): readonly RemoteSeries[] {
  const firstMs = startMs + random.whole(1, 30) * 1000 + random.pick([0, 500]);
  const counts = BOUNDS.map((_, index) => 100_000 * (index + 1));
  const columns = BOUNDS.map((): [number, number][] => []);
  for (let timeMs = firstMs; timeMs < startMs + DATA_MS; timeMs += 15_000) {
    let added = 0;
    columns.forEach((column, index) => {
      added += random.whole(0, 20);
      counts[index] = (counts[index] ?? 0) + added;
      column.push([timeMs, counts[index] ?? 0]);
    });
  }
  return columns.map((samples, index) => ({
    labels: { __name__: 'latency_bucket', job, le: BOUNDS[index] ?? '' },
    samples,
  }));
}

/** Histograms whose buckets shrink, lack their end, have one bound twice, bounds that are none, and odd counts. */
function addWeirdBuckets(random: Random, add: Add): void {
  const kinds: Readonly<Record<string, readonly string[]>> = {
    shrinking: ['1', '2', '3', '+Inf'],
    endless: ['1', '2', '4'],
    twice: ['0.5', '1', '1.0', '1e0', '+Inf'],
    words: ['abc', '', '1', 'Inf', ' 2'],
    negative: ['-2', '-1', '0', '3', '+Inf'],
    lonely: ['+Inf'],
    hexadecimal: ['0x1p1', '1_0', 'infinity'],
  };
  for (const [kind, bounds] of Object.entries(kinds)) {
    bounds.forEach((le, index) => {
      const count = (): number => (random.chance(0.7) ? index * 10 : 0) + random.whole(0, 10);
      add({ __name__: 'weird_bucket', kind, le }, () =>
        random.chance(0.02) ? random.pick([POSITIVE_INFINITY, NEGATIVE_INFINITY, -1]) : count(),
      );
    });
  }
}
