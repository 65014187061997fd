import { expect, it } from 'vitest';
import { ClassicHistogram } from './ClassicHistogram.ts';
import { LabelSet } from './LabelSet.ts';

type Buckets = readonly (readonly [bound: number, count: number])[];

const { NaN: NOT_A_NUMBER, POSITIVE_INFINITY: INFINITE } = Number;

function histogramOf(buckets: Buckets, isRepaired: boolean): ClassicHistogram {
  const members = buckets.map(([bound, count]) => ({
    bound,
    series: { labels: LabelSet.empty, values: Float64Array.of(count), present: undefined, isNameDropped: false },
  }));
  const histogram = new ClassicHistogram(members, isRepaired);
  histogram.moveTo(0);
  return histogram;
}

const shrinking: Buckets = [
  [1, 20],
  [2, 10],
  [INFINITE, 16],
];

it('repairs counts that shrink for quantiles only', () => {
  expect(histogramOf(shrinking, true).quantile(0.5)).toBe(0.5);
  expect(histogramOf(shrinking, false).fraction(0, 1)).toBe(1);
  expect(histogramOf(shrinking, false).fraction(0, 2)).toBe(10 / 16);
});

it('tells what it repaired', () => {
  expect(histogramOf(shrinking, true).repairAt(7)).toEqual({
    fromMs: 7,
    toMs: 7,
    minBound: 2,
    maxBound: INFINITE,
    maxDifference: 10,
    count: 1,
  });
});

it('gives the last bound where the number of observations is none', () => {
  const buckets: Buckets = [
    [1, 2],
    [5, 3],
    [INFINITE, NOT_A_NUMBER],
  ];
  expect(histogramOf(buckets, true).quantile(0.5)).toBe(5);
});
