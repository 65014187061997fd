import { findResets, isReset } from './counterResets.ts';
import type { RangeFunction } from './rangeFunction.ts';

interface RateKind {
  readonly isCounter: boolean;
  readonly isPerSecond: boolean;
}

/**
 * Returns by how much the change between the first and the last sample has to be stretched to stand for the whole range.
 *
 * The series is taken to go on to the edge of the range when its sample next to the edge is about one interval away,
 * else by half an interval. A counter is not taken back beyond the point where it would have been zero.
 */
function extrapolation(
  change: number,
  first: number,
  gaps: { readonly sampled: number; readonly toStart: number; readonly toEnd: number; readonly intervals: number },
  isCounter: boolean,
): number {
  const { sampled, intervals } = gaps;
  const interval = sampled / intervals;
  const threshold = interval * 1.1;
  let { toStart, toEnd } = gaps;
  if (toStart >= threshold) toStart = interval / 2;
  if (isCounter) {
    const toZero = change > 0 && first >= 0 ? sampled * (first / change) : toStart;
    if (toZero < toStart) toStart = toZero;
  }
  if (toEnd >= threshold) toEnd = interval / 2;
  return (sampled + toStart + toEnd) / sampled;
}

function extrapolated({ isCounter, isPerSecond }: RateKind): RangeFunction {
  return {
    minSamples: 2,
    prepare(samples, { rangeMs }) {
      const { times, values, startTimes } = samples;
      const resets = isCounter ? findResets(samples) : undefined;
      return ({ from, to, startMs, endMs }) => {
        // A counter that began within the range began at zero, which is as good as a sample.
        const beganMs = isCounter ? (startTimes?.[from] ?? 0) : 0;
        const isBegun = beganMs > startMs && beganMs < (times[from] as number);
        const first = isBegun ? 0 : (values[from] as number);
        const firstMs = isBegun ? beganMs : (times[from] as number);
        const lastMs = times[to - 1] as number;
        const change = (values[to - 1] as number) - first + (resets === undefined ? 0 : resets.lostWithin(from, to));
        const gaps = {
          sampled: (lastMs - firstMs) / 1000,
          toStart: (firstMs - startMs) / 1000,
          toEnd: (endMs - lastMs) / 1000,
          intervals: isBegun ? to - from : to - from - 1,
        };
        const factor = extrapolation(change, first, gaps, isCounter);
        return change * (isPerSecond ? factor / (rangeMs / 1000) : factor);
      };
    },
  };
}

function instant({ isCounter, isPerSecond }: RateKind): RangeFunction {
  return {
    minSamples: 2,
    prepare(samples) {
      const { times, values } = samples;
      return ({ to }) => {
        const last = values[to - 1] as number;
        const previous = values[to - 2] as number;
        const change = isCounter && isReset(samples, to - 1) ? last : last - previous;
        return isPerSecond ? change / (((times[to - 1] as number) - (times[to - 2] as number)) / 1000) : change;
      };
    },
  };
}

/** The functions that say how much a series changed over a range. */
export const rateFunctions: readonly (readonly [name: string, RangeFunction])[] = [
  ['rate', extrapolated({ isCounter: true, isPerSecond: true })],
  ['increase', extrapolated({ isCounter: true, isPerSecond: false })],
  ['delta', extrapolated({ isCounter: false, isPerSecond: false })],
  ['irate', instant({ isCounter: true, isPerSecond: true })],
  ['idelta', instant({ isCounter: false, isPerSecond: false })],
];
