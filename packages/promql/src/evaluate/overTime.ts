import { isReset } from './counterResets.ts';
import { MeanOf } from './mean.ts';
import { quantileAmong } from './quantile.ts';
import { eachWindow, type RangeFunction, type WindowFunction } from './rangeFunction.ts';
import { SlidingQuantile } from './SlidingQuantile.ts';
import { SlidingSum } from './SlidingSum.ts';
import { SlidingVariance } from './SlidingVariance.ts';
import { slidingExtreme } from './slidingExtreme.ts';
import type { Samples } from './values.ts';
import type { Windows } from './Windows.ts';

/** A function that looks at the windows of a series one after the other. */
const sliding = (prepare: (samples: Samples) => WindowFunction): RangeFunction => ({
  minSamples: 1,
  prepare: () => (pass) => eachWindow(pass, 1, prepare(pass.samples)),
});

/** Counts the samples that differ, in the way asked for, from the one before them in the window. */
function pairCounter(differs: (samples: Samples, index: number) => boolean): RangeFunction {
  return sliding((samples) => {
    const counts = new Uint32Array(samples.values.length);
    let end = 1;
    return (from, to) => {
      for (; end < to; end += 1) counts[end] = (counts[end - 1] as number) + (differs(samples, end) ? 1 : 0);
      return (counts[to - 1] as number) - (counts[from] as number);
    };
  });
}

const isChange = ({ values }: Samples, index: number): boolean => {
  const [previous, current] = [values[index - 1] as number, values[index] as number];
  return current !== previous && !(Number.isNaN(current) && Number.isNaN(previous));
};

const extreme = (sign: 1 | -1): RangeFunction =>
  sliding(({ values }) => {
    const find = slidingExtreme(values, sign);
    return (from, to) => {
      const value = values[find(from, to)] as number;
      // Of zeros of both signs the first counts.
      return value === 0 ? (values[values.indexOf(0, from)] as number) : value;
    };
  });

const extremeTime = (sign: 1 | -1): RangeFunction =>
  sliding(({ times, values }) => {
    const find = slidingExtreme(values, sign);
    return (from, to) => (times[find(from, to)] as number) / 1000;
  });

const sumOverTime: RangeFunction = sliding(({ values }) => {
  const sum = new SlidingSum(values);
  return (from, to) => {
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

const meanOverTime: RangeFunction = sliding(({ values }) => {
  const sum = new SlidingSum(values);
  return (from, to) => {
    sum.move(from, to);
    const count = to - from;
    return Number.isFinite(sum.sum) ? sum.sum / count + sum.compensation / count : meanOf(values, from, to);
  };
});

const variance = (finish: (variance: number) => number): RangeFunction =>
  sliding(({ values }) => {
    const window = new SlidingVariance(values);
    return (from, to) => finish(window.move(from, to));
  });

const medianDeviation: RangeFunction = {
  ...sliding(({ values }) => (from, to) => {
    const inside = values.slice(from, to);
    if (inside.some(Number.isNaN)) return Number.NaN;
    const median = quantileAmong(0.5, inside);
    return quantileAmong(
      0.5,
      inside.map((value) => Math.abs(value - median)),
    );
  }),
  isDear: true,
};

/** Whether windows have so much in common that it pays to keep their values sorted. */
function isOverlapping({ from, to, sampleCount }: Windows): boolean {
  const [first = 0] = from;
  return ((to.at(-1) ?? 0) - first) * 2 < sampleCount;
}

const quantileOverTime: RangeFunction = {
  minSamples: 1,
  dependsOnStep: true,
  isDear: true,
  prepare({ parameters: [quantiles] }) {
    let buffer = new Float64Array(0);
    return (pass) => {
      const { samples, windows } = pass;
      const { values } = samples;
      const quantileAt = (step: number): number => quantiles?.[step] ?? Number.NaN;
      if (isOverlapping(windows)) {
        const window = new SlidingQuantile(values);
        return eachWindow(pass, 1, (from, to, step) => window.move(from, to, quantileAt(step)));
      }
      return eachWindow(pass, 1, (from, to, step) => {
        if (buffer.length < to - from) buffer = new Float64Array((to - from) * 2);
        for (let index = from; index < to; index += 1) buffer[index - from] = values[index] as number;
        return quantileAmong(quantileAt(step), buffer, to - from);
      });
    };
  },
};

const countOverTime: RangeFunction = sliding(() => (from, to) => to - from);
const firstOverTime: RangeFunction = sliding(
  ({ values }) =>
    (from) =>
      values[from] as number,
);
const lastOverTime: RangeFunction = sliding(
  ({ values }) =>
    (_, to) =>
      values[to - 1] as number,
);

/** The functions that summarise the samples of a range one by one. */
export const overTimeFunctions: readonly (readonly [name: string, RangeFunction])[] = [
  ['count_over_time', countOverTime],
  ['present_over_time', sliding(() => () => 1)],
  ['sum_over_time', sumOverTime],
  ['avg_over_time', meanOverTime],
  ['min_over_time', extreme(-1)],
  ['max_over_time', extreme(1)],
  ['ts_of_min_over_time', extremeTime(-1)],
  ['ts_of_max_over_time', extremeTime(1)],
  ['first_over_time', { ...firstOverTime, keepsName: true }],
  ['last_over_time', { ...lastOverTime, keepsName: true }],
  [
    'ts_of_first_over_time',
    sliding(
      ({ times }) =>
        (from) =>
          (times[from] as number) / 1000,
    ),
  ],
  [
    'ts_of_last_over_time',
    sliding(
      ({ times }) =>
        (_, to) =>
          (times[to - 1] as number) / 1000,
    ),
  ],
  ['stdvar_over_time', variance((value) => value)],
  ['stddev_over_time', variance(Math.sqrt)],
  ['mad_over_time', medianDeviation],
  ['quantile_over_time', quantileOverTime],
  ['changes', pairCounter(isChange)],
  ['resets', pairCounter(isReset)],
];
