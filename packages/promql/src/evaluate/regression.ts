import { formatNumber } from '../syntax/numbers.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import { eachWindow, type RangeFunction } from './rangeFunction.ts';
import type { Samples } from './values.ts';

/** Fits a line to the samples `from` to `to` by least squares; the intercept is its value at `originMs`. */
function fitLine(
  { times, values }: Samples,
  from: number,
  to: number,
  originMs: number,
): { readonly slope: number; readonly intercept: number } {
  const first = values[from] as number;
  let isConstant = true;
  // Kahan's sums, written out: objects would cost more than the additions.
  let sumX = 0;
  let errorX = 0;
  let sumY = 0;
  let errorY = 0;
  let sumXY = 0;
  let errorXY = 0;
  let sumXX = 0;
  let errorXX = 0;
  for (let index = from; index < to; index += 1) {
    const x = ((times[index] as number) - originMs) / 1000;
    const y = values[index] as number;
    if (y !== first) isConstant = false;
    const xy = x * y;
    const xx = x * x;
    const totalX = sumX + x;
    const totalY = sumY + y;
    const totalXY = sumXY + xy;
    const totalXX = sumXX + xx;
    errorX += Math.abs(sumX) >= Math.abs(x) ? sumX - totalX + x : x - totalX + sumX;
    errorY += Math.abs(sumY) >= Math.abs(y) ? sumY - totalY + y : y - totalY + sumY;
    errorXY += Math.abs(sumXY) >= Math.abs(xy) ? sumXY - totalXY + xy : xy - totalXY + sumXY;
    errorXX += sumXX >= xx ? sumXX - totalXX + xx : xx - totalXX + sumXX;
    sumX = totalX;
    sumY = totalY;
    sumXY = totalXY;
    sumXX = totalXX;
  }
  if (isConstant) {
    return Number.isFinite(first) ? { slope: 0, intercept: first } : { slope: Number.NaN, intercept: Number.NaN };
  }
  const count = to - from;
  const [x, y] = [sumX + errorX, sumY + errorY];
  const covariance = sumXY + errorXY - (x * y) / count;
  const variance = sumXX + errorXX - (x * x) / count;
  const slope = covariance / variance;
  return { slope, intercept: y / count - (slope * x) / count };
}

const derivative: RangeFunction = {
  minSamples: 2,
  isDear: true,
  prepare: () => (pass) => {
    const { samples } = pass;
    return eachWindow(pass, 2, (from, to) => fitLine(samples, from, to, samples.times[from] as number).slope);
  },
};

const prediction: RangeFunction = {
  minSamples: 2,
  isDear: true,
  dependsOnStep: true,
  prepare:
    ({ parameters: [seconds], timeMs }) =>
    (pass) =>
      eachWindow(pass, 2, (from, to, step) => {
        const { slope, intercept } = fitLine(pass.samples, from, to, timeMs(step));
        return slope * (seconds?.[step] ?? Number.NaN) + intercept;
      }),
};

function checkFactor(name: string, value: number): number {
  // NaN passes, as in Prometheus.
  if (!(value <= 0 || value >= 1)) return value;
  const got = Number.isFinite(value) ? value.toFixed(6) : formatNumber(value);
  return failExecution(`invalid ${name} factor. Expected: 0 < ${name[0]}f < 1, got: ${got}`);
}

// Holt's linear method: a level and a trend, each a running blend of the newest sample and the past.
const smoothing: RangeFunction = {
  minSamples: 2,
  looksAtSingles: true,
  isDear: true,
  dependsOnStep: true,
  prepare:
    ({ parameters: [levelFactors, trendFactors] }) =>
    (pass) =>
      eachWindow(pass, 1, (from, to, step) => {
        const { values } = pass.samples;
        const levelFactor = checkFactor('smoothing', levelFactors?.[step] ?? Number.NaN);
        const trendFactor = checkFactor('trend', trendFactors?.[step] ?? Number.NaN);
        let previous = 0;
        let level = values[from] as number;
        let trend = (values[from + 1] as number) - level;
        for (let index = from + 1; index < to; index += 1) {
          if (index > from + 1) trend = trendFactor * (level - previous) + (1 - trendFactor) * trend;
          previous = level;
          level = levelFactor * (values[index] as number) + (1 - levelFactor) * (level + trend);
        }
        return level;
      }),
};

/** The functions that fit a trend to the samples of a range. */
export const regressionFunctions: readonly (readonly [name: string, RangeFunction])[] = [
  ['deriv', derivative],
  ['predict_linear', prediction],
  ['double_exponential_smoothing', smoothing],
];
