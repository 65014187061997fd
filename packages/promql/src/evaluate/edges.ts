import type { EdgeModifier } from '../syntax/ast.ts';
import type { Evaluation } from './Evaluation.ts';
import { interpolate } from './interpolate.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import type { RangeCall } from './rangeFunction.ts';
import type { Samples } from './values.ts';
import { windowsOn } from './Windows.ts';

const allowed: Readonly<Record<EdgeModifier, readonly string[]>> = {
  anchored: ['changes', 'delta', 'increase', 'rate', 'resets'],
  smoothed: ['delta', 'increase', 'rate'],
};

/** Refuses functions that do not know what to do with modified edges. */
export function checkEdges(edges: EdgeModifier | undefined, name: string): void {
  if (edges === undefined || allowed[edges].includes(name)) return;
  failExecution(`${edges} modifier can only be used with: ${allowed[edges].join(', ')} - not with ${name}`);
}

interface EdgeSetup {
  readonly evaluation: Evaluation;
  readonly edges: EdgeModifier;
  readonly name: string;
}

interface Window {
  /** The first sample within the range. */
  readonly from: number;
  /** Behind the last sample within the range. */
  readonly to: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** Returns the values that stand for a range whose left edge is the last sample before it. */
function anchoredValues({ times, values }: Samples, { from, to, startMs }: Window, lookbackMs: number): Float64Array {
  if (from === to) return values.subarray(0, 0);
  const before = times[from - 1];
  const isNear = before !== undefined && before > startMs - lookbackMs;
  return values.subarray(isNear ? from - 1 : from, to);
}

/** Returns the values that stand for a range whose edges lie on the line between the samples around them. */
function smoothedValues(samples: Samples, window: Window, lookbackMs: number, isCounter: boolean): readonly number[] {
  const { times, values } = samples;
  const { from, to, startMs, endMs } = window;
  const hasBefore = from > 0 && (times[from - 1] as number) > startMs - lookbackMs;
  const hasAfter = to < times.length && (times[to] as number) <= endMs + lookbackMs;
  if (from === to && !(hasBefore && hasAfter)) return [];
  const inside = Array.from(values.subarray(from, to));
  if (hasBefore && from < times.length) inside.unshift(interpolate(samples, from - 1, startMs, isCounter));
  if (hasAfter && to > 0 && (times[to - 1] as number) < endMs) {
    inside.push(interpolate(samples, to - 1, endMs, isCounter));
  }
  return inside;
}

function between(first: number, numbers: Float64Array, last: number): Float64Array {
  const all = new Float64Array(numbers.length + 2);
  all[0] = first;
  all.set(numbers, 1);
  all[all.length - 1] = last;
  return all;
}

/**
 * Returns the samples of a range with modified edges as they are shown: one on each edge, and those between them.
 * `undefined` when there are none.
 */
export function extendToEdges(
  samples: Pick<Samples, 'times' | 'values'>,
  { from, to, startMs, endMs }: Window,
  edges: EdgeModifier,
  lookbackMs: number,
): Pick<Samples, 'times' | 'values'> | undefined {
  const { times, values } = samples;
  const isSmoothed = edges === 'smoothed';
  const at = (index: number): number => times[index] ?? Number.NaN;
  const isOnEnd = to > from && at(to - 1) === endMs;
  const first = at(from - 1) > startMs - lookbackMs ? from - 1 : from;
  const last = isSmoothed && !isOnEnd && at(to) <= endMs + lookbackMs ? to : to - 1;
  if (!(at(last) > startMs)) return undefined;
  const isLineBefore = isSmoothed && at(first) < startMs;
  const isLineBehind = isSmoothed && last > first && at(last) > endMs;
  const left = isLineBefore ? interpolate(samples, first, startMs) : (values[first] as number);
  const right = isLineBehind ? interpolate(samples, last - 1, endMs) : (values[last] as number);
  const behind = isOnEnd ? to - 1 : to;
  return {
    times: between(startMs, times.subarray(from, behind), endMs),
    values: between(left, values.subarray(from, behind), right),
  };
}

function count(values: ArrayLike<number>, holds: (previous: number, current: number) => boolean): number {
  let hits = 0;
  for (let index = 1; index < values.length; index += 1) {
    if (holds(values[index - 1] as number, values[index] as number)) hits += 1;
  }
  return hits;
}

/** Returns the change over the values, what resets took included when they are a counter's. */
function changeOf(values: ArrayLike<number>, isCounter: boolean): number {
  let change = (values[values.length - 1] as number) - (values[0] as number);
  for (let index = 1; isCounter && index < values.length; index += 1) {
    const previous = values[index - 1] as number;
    if ((values[index] as number) < previous) change += previous;
  }
  return change;
}

function compute(name: string, values: ArrayLike<number>, rangeMs: number): number {
  switch (name) {
    case 'changes':
      return count(values, (a, b) => a !== b && !(Number.isNaN(a) && Number.isNaN(b)));
    case 'resets':
      return count(values, (a, b) => b < a);
    case 'delta':
      return changeOf(values, false);
    case 'increase':
      return changeOf(values, true);
    default:
      return changeOf(values, true) / (rangeMs / 1000);
  }
}

/**
 * Fills the column with what a function gives for ranges with modified edges. Nothing is extrapolated.
 *
 * @returns 1 for each window that has a value.
 */
export async function slideEdges(
  samples: Samples,
  { ends, rangeMs }: Pick<RangeCall, 'ends' | 'rangeMs'>,
  { evaluation, edges, name }: EdgeSetup,
  column: Float64Array,
): Promise<Uint8Array> {
  const { lookbackMs } = evaluation;
  const { from, to } = windowsOn(samples.times, ends, rangeMs);
  const present = new Uint8Array(ends.length);
  for (let step = 0; step < ends.length; step += 1) {
    const endMs = ends[step] as number;
    const window = { startMs: endMs - rangeMs, endMs, from: from[step] as number, to: to[step] as number };
    const used =
      edges === 'anchored'
        ? anchoredValues(samples, window, lookbackMs)
        : smoothedValues(samples, window, lookbackMs, name !== 'delta');
    const pause = evaluation.tick(used.length + 10);
    if (pause !== undefined) await pause;
    if (used.length === 0) continue;
    column[step] = compute(name, used, rangeMs);
    present[step] = 1;
  }
  return present;
}
