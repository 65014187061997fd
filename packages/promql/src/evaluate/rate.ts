import { CounterResets, isReset } from './counterResets.ts';
import { eachWindow, type FillSteps, type Pass, type RangeCall, type RangeFunction } from './rangeFunction.ts';
import type { Samples } from './values.ts';
import type { Presence, Windows } from './Windows.ts';

interface RateKind {
  readonly isCounter: boolean;
  readonly isPerSecond: boolean;
}

/** How far the first and the last sample of each window lie apart, and from its edges, in seconds. */
interface Gaps {
  readonly sampled: Float64Array;
  readonly toStart: Float64Array;
  readonly toEnd: Float64Array;
}

/**
 * Returns the time from a sample to the edge of the range that a series is taken to go on for: all of it when the edge
 * is about one interval away, else half an interval.
 */
const reachOf = (gap: number, interval: number): number => (gap >= interval * 1.1 ? interval / 2 : gap);

function gapsOf({ times, from, to }: Windows, { ends, rangeMs }: RangeCall): Gaps {
  const steps = to.length;
  const [sampled, toStart, toEnd] = [new Float64Array(steps), new Float64Array(steps), new Float64Array(steps)];
  for (let step = 0; step < steps; step += 1) {
    const [first, last, endMs] = [from[step] as number, (to[step] as number) - 1, ends[step] as number];
    if (last <= first) continue;
    const [firstMs, lastMs] = [times[first] as number, times[last] as number];
    const seconds = (lastMs - firstMs) / 1000;
    const interval = seconds / (last - first);
    sampled[step] = seconds;
    toStart[step] = reachOf((firstMs - (endMs - rangeMs)) / 1000, interval);
    toEnd[step] = reachOf((endMs - lastMs) / 1000, interval);
  }
  return { sampled, toStart, toEnd };
}

/** Returns how long before its first sample a counter was zero, in seconds; it is not taken back beyond that point. */
const zeroWithin = (change: number, first: number, seconds: number): number =>
  change > 0 && first >= 0 ? seconds * (first / change) : Number.POSITIVE_INFINITY;

/** Fills in the changes of a series of which it is not known when the counting began. */
function fillChanges(pass: Pass, { isCounter, isPerSecond }: RateKind, gaps: Gaps, rangeMs: number): FillSteps {
  const { samples, windows, column } = pass;
  const { values } = samples;
  const { from, to } = windows;
  const { sampled, toStart, toEnd } = gaps;
  const resets = new CounterResets(samples);
  const divisor = isPerSecond ? rangeMs / 1000 : 1;
  return (firstStep, endStep) => {
    for (let step = firstStep; step < endStep; step += 1) {
      const [start, behind] = [from[step] as number, to[step] as number];
      if (behind - start < 2) continue;
      const first = values[start] as number;
      let change = (values[behind - 1] as number) - first;
      let reach = toStart[step] as number;
      const seconds = sampled[step] as number;
      if (isCounter) {
        change += resets.lostWithin(start, behind);
        const toZero = zeroWithin(change, first, seconds);
        if (toZero < reach) reach = toZero;
      }
      column[step] = change * ((seconds + reach + (toEnd[step] as number)) / seconds / divisor);
    }
  };
}

/** Returns whether the counting of a sample began within a range that begins at the given time. */
function isBegunAfter({ times, startTimes }: Samples, index: number, startMs: number): boolean {
  const beganMs = startTimes?.[index] ?? 0;
  return beganMs !== 0 && beganMs > startMs && beganMs < (times[index] as number);
}

/** Finds the windows with two samples, and those with one that began within them: at zero, which is as good as another. */
function startedPresence(samples: Samples, { from, to }: Windows, { ends, rangeMs }: RangeCall): Presence {
  const present = Uint8Array.from(to, (behind, step) => {
    const first = from[step] as number;
    if (behind - first !== 1) return behind - first > 1 ? 1 : 0;
    return isBegunAfter(samples, first, (ends[step] as number) - rangeMs) ? 1 : 0;
  });
  return { present, count: present.reduce((sum, isPresent) => sum + isPresent, 0) };
}

/** Does the same for a counter that says when it began: then it is taken back to that time, and no further. */
function fillStarted({ samples, windows, column }: Pass, kind: RateKind, { ends, rangeMs }: RangeCall): FillSteps {
  const { times, values, startTimes } = samples;
  const resets = new CounterResets(samples);
  return eachWindow({ samples, windows, column }, 1, (from, to, step) => {
    const endMs = ends[step] as number;
    const startMs = endMs - rangeMs;
    const [firstMs, lastMs, first] = [times[from] as number, times[to - 1] as number, values[from] as number];
    const isBegun = isBegunAfter(samples, from, startMs);
    const interval = to - from > 1 ? (lastMs - firstMs) / 1000 / (to - from - 1) : 0;
    const sampled = (lastMs - (isBegun ? (startTimes?.[from] as number) : firstMs)) / 1000;
    const change = (values[to - 1] as number) - (isBegun ? 0 : first) + resets.lostWithin(from, to);
    const toStart = isBegun
      ? 0
      : Math.min(reachOf((firstMs - startMs) / 1000, interval), zeroWithin(change, first, sampled));
    const reached = sampled + toStart + reachOf((endMs - lastMs) / 1000, interval);
    return change * (reached / sampled / (kind.isPerSecond ? rangeMs / 1000 : 1));
  });
}

function extrapolated(kind: RateKind): RangeFunction {
  return {
    minSamples: 2,
    presence: (samples, windows, call) =>
      kind.isCounter && samples.startTimes !== undefined ? startedPresence(samples, windows, call) : undefined,
    prepare(call) {
      const known = new WeakMap<Windows, Gaps>();
      return (pass) => {
        if (kind.isCounter && pass.samples.startTimes !== undefined) return fillStarted(pass, kind, call);
        let gaps = known.get(pass.windows);
        if (gaps === undefined) {
          gaps = gapsOf(pass.windows, call);
          known.set(pass.windows, gaps);
        }
        return fillChanges(pass, kind, gaps, call.rangeMs);
      };
    },
  };
}

function instant({ isCounter, isPerSecond }: RateKind): RangeFunction {
  return {
    minSamples: 2,
    prepare: () => (pass) => {
      const { samples } = pass;
      const { times, values } = samples;
      return eachWindow(pass, 2, (_, to) => {
        const last = values[to - 1] as number;
        const previous = values[to - 2] as number;
        const change = isCounter && isReset(samples, to - 1) ? last : last - previous;
        return isPerSecond ? change / (((times[to - 1] as number) - (times[to - 2] as number)) / 1000) : change;
      });
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
