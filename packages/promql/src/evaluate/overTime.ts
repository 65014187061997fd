import { isReset } from './counterResets.ts';
import { MeanOf } from './mean.ts';
import { quantileOf, sortNumbers } from './quantile.ts';
import type { RangeFunction } from './rangeFunction.ts';
import type { WindowFunction } from './rangeWindows.ts';
import { SlidingQuantile } from './SlidingQuantile.ts';
import { SlidingSum } from './SlidingSum.ts';
import { SlidingVariance } from './SlidingVariance.ts';
import { slidingExtreme } from './slidingExtreme.ts';
import type { Samples } from './values.ts';

type Fold = (samples: Samples) => WindowFunction;

const simple = (prepare: Fold): RangeFunction => ({ minSamples: 1, prepare });

/** A function that needs to know no more than the window at hand. */
const perWindow = (compute: (samples: Samples, window: Parameters<WindowFunction>[0]) => number): RangeFunction =>
  simple((samples) => (window) => compute(samples, window));

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

const extreme = (sign: 1 | -1): RangeFunction =>
  simple(({ values }) => {
    const find = slidingExtreme(values, sign);
    return ({ from, to }) => values[find(from, to)] as number;
  });

const extremeTime = (sign: 1 | -1): RangeFunction =>
  simple(({ times, values }) => {
    const find = slidingExtreme(values, sign);
    return ({ from, to }) => (times[find(from, to)] as number) / 1000;
  });

const sumOverTime: RangeFunction = simple(({ values }) => {
  const sum = new SlidingSum(values);
  return ({ from, to }) => {
    sum.move(from, to);
    return sum.sum + sum.compensation;
  };
});

/** The mean of values whose sum may overflow. */
function meanOf(values: Float64Array, from: number, to: number): number {
  const mean = new MeanOf();
  for (let index = from; index < to; index += 1) mean.add(values[index] as number);
  return mean.value;
}

const meanOverTime: RangeFunction = simple(({ values }) => {
  const sum = new SlidingSum(values);
  return ({ from, to }) => {
    sum.move(from, to);
    const count = to - from;
    return Number.isFinite(sum.sum) ? sum.sum / count + sum.compensation / count : meanOf(values, from, to);
  };
});

const variance = (finish: (variance: number) => number): RangeFunction =>
  simple(({ values }) => {
    const window = new SlidingVariance(values);
    return ({ from, to }) => finish(window.move(from, to));
  });

const medianDeviation: RangeFunction = {
  ...perWindow(({ values }, { from, to }) => {
    const inside = values.slice(from, to);
    if (inside.some(Number.isNaN)) return Number.NaN;
    const median = quantileOf(0.5, sortNumbers(inside));
    return quantileOf(0.5, sortNumbers(inside.map((value) => Math.abs(value - median))));
  }),
  isDear: true,
};

const quantileOverTime: RangeFunction = {
  minSamples: 1,
  dependsOnStep: true,
  prepare({ values }, { parameters: [quantiles] }) {
    const window = new SlidingQuantile(values);
    return ({ from, to, step }) => window.move(from, to, quantiles?.[step] ?? Number.NaN);
  },
};

/** The functions that summarise the samples of a range one by one. */
export const overTimeFunctions: readonly (readonly [name: string, RangeFunction])[] = [
  ['count_over_time', perWindow((_, { from, to }) => to - from)],
  ['present_over_time', perWindow(() => 1)],
  ['sum_over_time', sumOverTime],
  ['avg_over_time', meanOverTime],
  ['min_over_time', extreme(-1)],
  ['max_over_time', extreme(1)],
  ['ts_of_min_over_time', extremeTime(-1)],
  ['ts_of_max_over_time', extremeTime(1)],
  ['first_over_time', { ...perWindow(({ values }, { from }) => values[from] as number), keepsName: true }],
  ['last_over_time', { ...perWindow(({ values }, { to }) => values[to - 1] as number), keepsName: true }],
  ['ts_of_first_over_time', perWindow(({ times }, { from }) => (times[from] as number) / 1000)],
  ['ts_of_last_over_time', perWindow(({ times }, { to }) => (times[to - 1] as number) / 1000)],
  ['stdvar_over_time', variance((value) => value)],
  ['stddev_over_time', variance(Math.sqrt)],
  ['mad_over_time', medianDeviation],
  ['quantile_over_time', quantileOverTime],
  ['changes', pairCounter(isChange)],
  ['resets', pairCounter(isReset)],
];
