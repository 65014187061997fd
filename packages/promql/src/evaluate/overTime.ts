import { isReset } from './counterResets.ts';
import { KahanSum } from './kahan.ts';
import { MeanOf } from './mean.ts';
import { quantileOf, sortNumbers } from './quantile.ts';
import type { RangeFunction } from './rangeFunction.ts';
import type { WindowFunction } from './rangeWindows.ts';
import type { Samples } from './values.ts';

type Fold = (samples: Samples) => WindowFunction;

const simple = (prepare: Fold): RangeFunction => ({ minSamples: 1, prepare });

/** Counts the samples that differ, in the way asked for, from the one before them in the window. */
function pairCounter(differs: (samples: Samples, index: number) => boolean): RangeFunction {
  return simple((samples) => {
    const counts = new Uint32Array(samples.values.length);
    for (let index = 1; index < counts.length; index += 1) {
      counts[index] = (counts[index - 1] as number) + (differs(samples, index) ? 1 : 0);
    }
    return ({ from, to }) => (counts[to - 1] as number) - (counts[from] as number);
  });
}

const isChange = ({ values }: Samples, index: number): boolean => {
  const [previous, current] = [values[index - 1] as number, values[index] as number];
  return current !== previous && !(Number.isNaN(current) && Number.isNaN(previous));
};

/** Returns the index of the extreme value of a window: of equal ones the last. NaN gives way to any number. */
function extremeIndex({ values }: Samples, sign: 1 | -1): (from: number, to: number) => number {
  return (from, to) => {
    let best = from;
    for (let index = from + 1; index < to; index += 1) {
      const value = values[index] as number;
      const current = values[best] as number;
      if (sign * value >= sign * current || Number.isNaN(current)) best = index;
    }
    return best;
  };
}

const extreme = (sign: 1 | -1): RangeFunction =>
  simple((samples) => {
    const find = extremeIndex(samples, sign);
    return ({ from, to }) => samples.values[find(from, to)] as number;
  });

const extremeTime = (sign: 1 | -1): RangeFunction =>
  simple((samples) => {
    const find = extremeIndex(samples, sign);
    return ({ from, to }) => (samples.times[find(from, to)] as number) / 1000;
  });

const sumOverTime: RangeFunction = simple(({ values }) => ({ from, to }) => {
  const sum = new KahanSum();
  for (let index = from; index < to; index += 1) sum.add(values[index] as number);
  return sum.total;
});

const meanOverTime: RangeFunction = simple(({ values }) => ({ from, to }) => {
  const mean = new MeanOf();
  for (let index = from; index < to; index += 1) mean.add(values[index] as number);
  return mean.value;
});

function varianceOf(values: Float64Array, from: number, to: number): number {
  const mean = new KahanSum();
  const squares = new KahanSum();
  for (let index = from; index < to; index += 1) {
    const value = values[index] as number;
    const delta = value - mean.total;
    mean.add(delta / (index - from + 1));
    squares.add(delta * (value - mean.total));
  }
  return squares.total / (to - from);
}

function medianDeviation(values: Float64Array): number {
  if (values.some(Number.isNaN)) return Number.NaN;
  const median = quantileOf(0.5, sortNumbers(values));
  return quantileOf(0.5, sortNumbers(values.map((value) => Math.abs(value - median))));
}

const quantileOverTime: RangeFunction = {
  minSamples: 1,
  dependsOnStep: true,
  prepare({ values }, { parameters: [quantiles] }) {
    return ({ from, to, step }) => quantileOf(quantiles?.[step] ?? Number.NaN, sortNumbers(values.slice(from, to)));
  },
};

/** The functions that summarise the samples of a range one by one. */
export const overTimeFunctions: readonly (readonly [name: string, RangeFunction])[] = [
  [
    'count_over_time',
    simple(
      () =>
        ({ from, to }) =>
          to - from,
    ),
  ],
  ['present_over_time', simple(() => () => 1)],
  ['sum_over_time', sumOverTime],
  ['avg_over_time', meanOverTime],
  ['min_over_time', extreme(-1)],
  ['max_over_time', extreme(1)],
  ['ts_of_min_over_time', extremeTime(-1)],
  ['ts_of_max_over_time', extremeTime(1)],
  [
    'first_over_time',
    {
      ...simple(
        ({ values }) =>
          ({ from }) =>
            values[from] as number,
      ),
      keepsName: true,
    },
  ],
  [
    'last_over_time',
    {
      ...simple(
        ({ values }) =>
          ({ to }) =>
            values[to - 1] as number,
      ),
      keepsName: true,
    },
  ],
  [
    'ts_of_first_over_time',
    simple(
      ({ times }) =>
        ({ from }) =>
          (times[from] as number) / 1000,
    ),
  ],
  [
    'ts_of_last_over_time',
    simple(
      ({ times }) =>
        ({ to }) =>
          (times[to - 1] as number) / 1000,
    ),
  ],
  [
    'stdvar_over_time',
    simple(
      ({ values }) =>
        ({ from, to }) =>
          varianceOf(values, from, to),
    ),
  ],
  [
    'stddev_over_time',
    simple(
      ({ values }) =>
        ({ from, to }) =>
          Math.sqrt(varianceOf(values, from, to)),
    ),
  ],
  [
    'mad_over_time',
    simple(
      ({ values }) =>
        ({ from, to }) =>
          medianDeviation(values.slice(from, to)),
    ),
  ],
  ['quantile_over_time', quantileOverTime],
  ['changes', pairCounter(isChange)],
  ['resets', pairCounter(isReset)],
];
